/** What the default exports came to when the program was built (scripts/inlined.mjs). */
declare module '*/knownLines.ts?value' {
  const known: typeof import('./knownLines.ts').default;
  export default known;
}
declare module '*/listedAbbreviations.ts?value' {
  const listed: typeof import('./listedAbbreviations.ts').default;
  export default listed;
}
