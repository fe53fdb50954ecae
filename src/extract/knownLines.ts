import { hashText } from './hashText.ts';
import { NAVIGATION_LINES } from './navigationLines.ts';
import { HOMES, POINTERS, SECTIONS } from './navigationWords.ts';
import { SHARE_LINES } from './shareLines.ts';

/**
 * The hashes of the lines and parts of lines that carry no article. They are made when the program is built (imported as
 * `?value`): in a run, a tenth of what it takes to start would be hashing lines in ten scripts.
 */
const known: Readonly<Record<'navigation' | 'share' | 'sections' | 'homes' | 'pointers', readonly number[]>> = {
  navigation: NAVIGATION_LINES.map(hashText),
  share: SHARE_LINES.map(hashText),
  sections: SECTIONS.map(hashText),
  homes: HOMES.map(hashText),
  pointers: POINTERS.map(hashText),
};
export default known;
