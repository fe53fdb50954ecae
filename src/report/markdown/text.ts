import { clean } from '../clean.ts';
import { withoutCommands } from '../commands.ts';
import { ends, head } from '../elide.ts';

/**
 * ASCII punctuation save the signs that mean nothing inside a line, so that paths stay readable; and the dot of `www.`,
 * which GitHub makes a link of.
 */
const MARKUP = /[!-+:-@[-`{-~]|(?<=www)\./gi;

/** Code units of a path: the id of a record may be as long as it likes. */
const NAME = 300;

/** Code units of a line of code. */
const LINE = 400;

/**
 * A text of an article as code in a line of Markdown. A reference to a character never counts as markup (CommonMark
 * 6.2), and within `<code>` GitHub and GitLab link no names, issues or addresses.
 */
export function code(text: string): string {
  return `<code>${ends(clean(text), NAME).replace(MARKUP, (sign) => `&#${sign.charCodeAt(0)};`)}</code>`;
}

/** Lines as a fenced block: the fence is longer than any in them, so that none of them ends it. */
export function fenced(
  lines: readonly string[],
  language: 'text' | 'diff' = 'text',
): { opening: string; items: string[]; closing: string } {
  const items = lines.map((line) => `${withoutCommands(head(clean(line), LINE))}\n`);
  const longest = items.reduce(
    (most, item) => Math.max(most, ...(item.match(/`+/g) ?? []).map((run) => run.length)),
    2,
  );
  const fence = '`'.repeat(longest + 1);
  return { opening: `\n${fence}${language}\n`, items, closing: `${fence}\n` };
}
