// A cut between the two halves of a character would leave one of them.
const HALF_AT_END = /[\ud800-\udbff]$/;
const HALF_AT_START = /^[\udc00-\udfff]/;

/** The beginning of a text, at most `most` code units and "…", cut at a blank where one is near. */
export function head(text: string, most: number): string {
  if (text.length <= most) return text;
  const blank = text.lastIndexOf(' ', most);
  return `${text
    .slice(0, blank > most / 2 ? blank : most)
    .replace(HALF_AT_END, '')
    .trimEnd()} …`;
}

/** The end of a text likewise. */
export function tail(text: string, most: number): string {
  if (text.length <= most) return text;
  const from = text.length - most;
  const blank = text.indexOf(' ', from);
  return `… ${text
    .slice(blank !== -1 && blank < from + most / 2 ? blank : from)
    .replace(HALF_AT_START, '')
    .trimStart()}`;
}

/** A text without its middle. */
export function ends(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${head(text, Math.ceil(most / 2))} ${tail(text, Math.floor(most / 2)).slice(2)}`;
}

/** Two paths by the shortest endings that tell them apart, whole folders at a time: `a/x.txt`, `b/x.txt`. */
export function tellApart(a: string, b: string): { a: string; b: string } {
  const inA = a.split('/');
  const inB = b.split('/');
  for (let parts = 1; parts < Math.max(inA.length, inB.length); parts++) {
    const short = { a: inA.slice(-parts).join('/'), b: inB.slice(-parts).join('/') };
    if (short.a !== short.b) return short;
  }
  return { a, b };
}
