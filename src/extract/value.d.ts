/** What the default export came to when the program was built (scripts/inlined.mjs). */
declare module '*/knownLines.ts?value' {
  const known: typeof import('./knownLines.ts').default;
  export default known;
}
