/** Whether a word begins with a capital letter. Most words are ASCII, and need no look at Unicode's tables. */
export function isCapitalized(word: string): boolean {
  const unit = word.charCodeAt(0);
  return unit < 0x80 ? unit >= 0x41 && unit <= 0x5a : /^\p{Lu}/u.test(word);
}
