import { hashText } from './hashText.ts';
import known from './knownLines.ts?value';
import type { Line } from './lines.ts';

/** Menus, breadcrumbs and pointers are short: longer lines are not looked at, so that none costs more than this. */
const MAX_LENGTH = 200;
const MENU_SEPARATOR = /[|·•›»>/]|[\s\u00a0]{2,}/;
const TRAIL_SEPARATOR = /[›»>]| \/ /;

/** "Read more:" and a title: of 20,841 wire headlines 99 in 100 have 15 words or fewer. */
const MAX_POINTER_WORDS = 18;

const MENU_ENTRIES: ReadonlySet<number> = new Set(known.sections);
const HOME_ENTRIES: ReadonlySet<number> = new Set(known.homes);
const POINTER_LABELS: ReadonlySet<number> = new Set(known.pointers);

/** Whether a line leads elsewhere: a menu, a breadcrumb, or a pointer to another article. Whole lines only. */
export function isNavigation(text: string, { span, from, to }: Line): boolean {
  if (span.end - span.start > MAX_LENGTH) return false;
  const line = text.slice(span.start, span.end);
  return (
    isMenu(line) || (!endsInFullStop(line) && (isTrail(line) || (to - from <= MAX_POINTER_WORDS && isPointer(line))))
  );
}

/** "Read more: that was her advice." A title that is pointed to may be a question, but has no full stop. */
function endsInFullStop(line: string): boolean {
  return /(?<!\.)[.。]["'”’»)]?$/.test(line);
}

/** "Home | News | Sport". */
function isMenu(line: string): boolean {
  const entries = entriesOf(line, MENU_SEPARATOR);
  return entries.length > 1 && entries.every((entry) => MENU_ENTRIES.has(hashText(entry)));
}

/** "Home > World > Inland Sea": the way from the front page. */
function isTrail(line: string): boolean {
  const [first, ...others] = entriesOf(line, TRAIL_SEPARATOR);
  return first !== undefined && others.length > 0 && HOME_ENTRIES.has(hashText(first));
}

/** "Read more: Three navies want one port". */
function isPointer(line: string): boolean {
  const colon = line.search(/[:：]/);
  return colon > 0 && colon < line.length - 1 && POINTER_LABELS.has(hashText(line.slice(0, colon)));
}

function entriesOf(line: string, separator: RegExp): string[] {
  return line.split(separator).filter((entry) => entry.trim() !== '');
}
