import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import type { Metadata } from '../model.ts';
import { lineStarts } from './lineStarts.ts';
import { metadata } from './metadata.ts';

/** What a Markdown file's front matter says. */
export interface FrontMatter {
  readonly metadata: Metadata;
  /** `dedupe: false`: the file asks not to be compared. */
  readonly disabled: boolean;
}

export const NO_FRONT_MATTER: FrontMatter = { metadata: {}, disabled: false };

/**
 * What the parsers are given at most. They recurse, and a stack that ends while V8 compiles a regular expression ends the
 * process: no error that could be caught.
 */
const MAX_LENGTH = 64_000;
const MAX_DEPTH = 64;
const MAX_INDENT = 200;

/** Aliases that may be expanded: front matter has none or few, a "billion laughs" file has billions. */
const MAX_ALIASES = 20;

/** Front matter that can't be parsed says nothing: it is metadata, and the article counts without it. */
export function frontMatter(kind: 'yaml' | 'toml', text: string): FrontMatter {
  if (text.length > MAX_LENGTH || isTooDeep(text)) return NO_FRONT_MATTER;
  let value: unknown;
  try {
    value = kind === 'toml' ? parseToml(text) : parseYaml(text, { maxAliasCount: MAX_ALIASES, logLevel: 'silent' });
  } catch {
    return NO_FRONT_MATTER;
  }
  if (typeof value !== 'object' || value === null) return NO_FRONT_MATTER;
  const fields = new Map<string, unknown>(Object.entries(value));
  const first = (...names: string[]) =>
    names.map((name) => asText(fields.get(name))).find((text) => text !== undefined);
  return {
    metadata: metadata(first('title'), first('date', 'published', 'pubDate'), first('lang', 'language', 'locale')),
    disabled: fields.get('dedupe') === false,
  };
}

function asText(value: unknown): string | undefined {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return value instanceof Date ? value.toISOString() : undefined;
}

/** Whether brackets, list marks or indentation may nest deeper than the front matter of any article does. */
function isTooDeep(text: string): boolean {
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
