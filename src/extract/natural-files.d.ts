/** natural ships no types for its single files; see natural.ts for why it is imported file by file. */
declare module 'natural/lib/natural/stemmers/*' {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}
declare module 'natural/lib/natural/util/stopwords*' {
  const list: { words: string[] };
  export default list;
}
declare module 'natural/lib/natural/util/abbreviations*' {
  const list: { knownAbbreviations: string[] };
  export default list;
}
