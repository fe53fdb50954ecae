import type { Policy } from '../model/result.ts';
import { verdictOf } from '../policy/verdict.ts';
import { clean } from '../report/clean.ts';
import { verdictWords } from '../report/verdict.ts';
import type { Applied } from './baseline.ts';
import type { Options } from './options.ts';
import { shellQuote } from './shellQuote.ts';
import type { World } from './world.ts';

/** What a suggested command calls a baseline where the user named none. */
const BASELINE = 'dedupe-baseline.json';

/** `--check`: the exit code, and one line on stderr that says what failed and how to accept it. */
export function check(
  { result, known }: Applied,
  policy: Policy,
  options: Options,
  argv: readonly string[],
  world: World,
): number {
  const verdict = verdictOf(result, policy, known);
  if (verdict.passes) return 0;
  const why = verdictWords(verdict, policy.maxDuplicates, result.baseline ? 'new' : '');
  const advice = [
    ...(verdict.unread.length > 0 ? ['mend what can not be read, or leave it out with --exclude'] : []),
    ...(verdict.tooMany ? [howToAccept(options, argv)] : []),
  ];
  world.stderr.write(`check failed: ${why}; ${advice.join('; ')}\n`);
  return 1;
}

/** The same command, to write the baseline; without the reports, which may go to where nothing is any more. */
function howToAccept({ baseline, baselineFromRef: ref }: Options, argv: readonly string[]): string {
  if (ref !== undefined)
    return `to accept, merge it into ${clean(ref)}, or keep a file by --baseline in place of --baseline-from-ref`;
  const file = baseline === undefined ? ['--baseline', BASELINE] : [];
  const lasting = baseline === undefined ? `, and keep --baseline ${BASELINE} in the check` : '';
  const words = [...file, '--update-baseline', ...withoutFormats(argv).filter((word) => word !== '--no-baseline')].map(
    shellQuote,
  );
  if (words.includes(null))
    return `to accept, add ${file.concat('--update-baseline').join(' ')} to this command once${lasting}`;
  return `to accept${lasting && `, run this once${lasting}`}: dedupe ${words.join(' ')}`;
}

function withoutFormats(argv: readonly string[]): string[] {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  const kept = options.filter(
    (each, i) => !/^(?:-f|--format(?:=|$))/.test(each) && !/^(?:-f|--format)$/.test(options[i - 1] ?? ''),
  );
  return [...kept, ...(end < 0 ? [] : argv.slice(end))];
}
