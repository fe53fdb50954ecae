/** How the reports begin, those on a run and those on a comparison. */
const OPENINGS: readonly RegExp[] = [
  // terminal
  /^\d[\d,]* articles?,[\s\S]{0,300}?\b(?:no\s+duplicates|clusters?,\s+\d[\d,]*\s+duplicates?)\b/,
  /^(?:No match\.\n)? {2}A {2}[\s\S]*?\n {2}B {2}/,
  // json
  /^\{\n {2}"schemaVersion": \d+,\n {2}"tool": \{\n {4}"name": "dedupe",/,
  // jsonl
  /^\{"a":"(?:[^"\\]|\\.)*","b":"(?:[^"\\]|\\.)*","relation":"[a-z-]+","score":/,
  // csv
  /^relation,score,a,b,/,
  // markdown
  /^<!-- dedupe -->/,
  // html
  /^<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="generator" content="dedupe">/,
  // sarif
  /^\{\n"\$schema": "[^"]*sarif[^"]*",\n"version": "[\d.]+",\n"runs": \[\{\n"tool": \{"driver":\{"name":"dedupe"/,
  // junit
  /^<\?xml [^>]*>\n<testsuites name="dedupe"/,
  // github
  /^::(?:warning|notice) file=/,
  // gitlab; of nothing found
  /^\[\n\{"type":"issue","check_name":"dedupe\//,
  /^\[\]\n$/,
];

/** What colors a report; no other sequence is in one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence begins with one
const COLORS = /\u001b\[[\d;]*m/g;

/**
 * Whether a text is a report of this program, of any format and by its beginning, so that another report may take its
 * place.
 */
export function isReport(beginning: string): boolean {
  const plain = beginning.replace(COLORS, '');
  return OPENINGS.some((opening) => opening.test(plain));
}
