/**
 * GitHub's runner obeys what a step prints: a line that begins, after blanks, with `::name::`, and `##[name ...]` anywhere
 * (actions/runner, `ActionCommand.cs`); Azure's obeys `##vso[name]`. It compares as people read, past signs that can't be
 * seen, and so do these.
 */
const UNSEEN = '[\\p{Cf}\\p{Mn}]*';
const OLD_COMMAND = new RegExp(`(#${UNSEEN}#${UNSEEN}(?:v${UNSEEN}s${UNSEEN}o${UNSEEN})?)\\[`, 'giu');
const COMMAND = new RegExp(`^((?:[^\\S\\r\\n]|\\p{Cf}|\\p{Mn})*):(?=${UNSEEN}:)`, 'gmu');

/** A text in which no `##[` is left to be obeyed: there is a blank before the bracket. */
export function withoutOldCommands(text: string): string {
  return text.replace(OLD_COMMAND, '$1 [');
}

/** Lines none of which begins with `::`: its first colon is one that only looks like it, and as wide (U+2236, ratio). */
export function withoutCommands(lines: string): string {
  return lines.replace(COMMAND, '$1\u2236');
}

/** JSON that means the same and holds no `##[`, which stands in texts only, where a bracket may be an escape. */
export function jsonWithoutCommands(json: string): string {
  return json.replace(OLD_COMMAND, '$1\\u005b');
}
