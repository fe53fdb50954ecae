import { withoutOldCommands } from './commands.ts';

/** Tabs, line breaks and every other white space: one blank each run, so that an article cannot break a report's lines. */
const WHITE_SPACE = /[\s\u0085]+/gu;

/**
 * What steers a terminal or misleads the eye instead of showing: control characters (C0, DEL, C1; an escape sequence
 * without its ESC is mere text), bidirectional marks, overrides and isolates (the "Trojan Source" trick), soft
 * hyphens, zero-width spaces and annotations. The joiners U+200C and U+200D stay: emoji and Persian need them.
 */
const UNSAFE = /[\p{Cc}\p{Bidi_Control}\u00ad\u180e\u200b\u2060-\u2064\ufeff\ufff9-\ufffb]/gu;

/** Half a surrogate pair, that UTF-8 cannot carry. */
const LONE_SURROGATE = /\p{Cs}/gu;

/** An article's text, title or path as it may be printed on a terminal or in a log: one line, nothing that steers. */
export function clean(text: string): string {
  const plain = text.replace(WHITE_SPACE, ' ').replace(UNSAFE, '').replace(LONE_SURROGATE, '\ufffd');
  return withoutOldCommands(plain);
}
