/** What scans an article, in AssemblyScript: one instance with one memory, so that nothing is copied between its parts. */
export { UNKNOWN, words } from './words.as';
export { COMPLEX, complexWords, ELIDED, ENDS, FOLDS, HASHES, KINDS, LIMIT, STARTS, TEXT } from './wordTable.as';
export { SOURCE, units } from './units.as';
export { MOST_LINES, paragraphs } from './paragraphs.as';
export { know, LINE_HASHES, MOST_ENTRY_WORDS, ordinary } from './ordinary.as';
