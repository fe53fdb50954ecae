/** What would steer the eye instead of showing: controls, direction overrides and isolates, characters of no width. */
export const CONTROLS: RegExp = /(?![\t\n])[\p{Cc}\u200b\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;

/** A title, path or passage with its control characters spelt out: U+202E instead of text that runs backwards. */
export function visible(text: string): string {
  return text.replace(CONTROLS, (character) => `[${codeOf(character)}]`);
}

/** "U+202E" */
export function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
