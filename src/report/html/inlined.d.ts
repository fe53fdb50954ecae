/** A file as text, set in by scripts/inlined.mjs. */
declare module '*?text' {
  const text: string;
  export default text;
}

/** The program for a browser that begins in a file, set in by scripts/inlined.mjs. */
declare module '*?script' {
  const program: string;
  export default program;
}
