import type { Result } from '../../model/result.ts';
import { head } from '../elide.ts';
import { setAsideWords, skipWords } from '../skips.ts';
import { hang, type Run } from '../wrap.ts';
import { PASSAGE, type View } from './view.ts';

/** Every skip with its particulars. */
export function skipLines(skipped: Result['skipped'], view: View): string[] {
  return skipped.flatMap((skip) => {
    const words: Run[] = [view.ink.heading(skip.path), ` · ${skipWords[skip.reason]}`];
    return hang('  ', skip.detail === '' ? words : [...words, `: ${skip.detail}`], view.width);
  });
}

/** Every stretch that took no part in the comparison, by article: its line, the reason, its text. */
export function setAsideLines(setAside: Result['setAside'], view: View): string[] {
  return setAside.flatMap(({ path, passages }) => [
    ...hang('  ', [view.ink.heading(path)], view.width),
    ...passages.flatMap((passage) => {
      const text = head(passage.text, view.full ? Infinity : PASSAGE);
      return hang(
        '    ',
        [view.ink.quiet(`line ${passage.line}, ${setAsideWords[passage.reason]}: `), text],
        view.width,
      );
    }),
  ]);
}
