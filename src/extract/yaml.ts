import { parse, parseDocument } from 'yaml';
import { lineStarts } from './lineStarts.ts';

/**
 * What the parsers are given at most. They recurse, and a stack that ends while V8 compiles a regular expression ends the
 * process: no error that could be caught.
 */
const MAX_LENGTH = 64_000;
const MAX_DEPTH = 64;
const MAX_INDENT = 200;

/** Aliases that may be expanded: front matter has none or few, a "billion laughs" file has billions. */
const MAX_ALIASES = 20;

/**
 * The value of a YAML text. Throws on one that is unfit to be parsed, and on errors in it; or with `lenient` makes the
 * best of these.
 */
export function parseYaml(text: string, { lenient = false }: { readonly lenient?: boolean } = {}): unknown {
  if (isTooComplex(text)) throw new Error('too long, or nested too deep');
  return parse(text, { maxAliasCount: MAX_ALIASES, logLevel: lenient ? 'silent' : 'error' });
}

/** Throws if an object of a JSON text, which is YAML too, has two keys of one name; of one too long to be parsed again it is not known. */
export function refuseTwins(json: string): void {
  if (isTooComplex(json)) return;
  const twins = parseDocument(json, { logLevel: 'silent' }).errors.find(({ code }) => code === 'DUPLICATE_KEY');
  if (twins !== undefined) throw twins;
}

/** Whether brackets, list marks or indentation may nest deeper than anybody writes, or the text is longer. */
export function isTooComplex(text: string): boolean {
  if (text.length > MAX_LENGTH) return true;
  let open = 0;
  for (const sign of text) {
    if (sign === '[' || sign === '{') open++;
    else if (sign === ']' || sign === '}') open--;
    if (open > MAX_DEPTH) return true;
  }
  const nested = /[ \t]*[-?:][ \t]/y;
  return lineStarts(text).some((start) => {
    nested.lastIndex = start;
    let depth = 0;
    while (nested.test(text)) depth++;
    return depth > MAX_DEPTH || /\S|$/.exec(text.slice(start, start + MAX_INDENT))?.index === MAX_INDENT;
  });
}
