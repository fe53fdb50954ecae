import { parse as parseToml } from 'smol-toml';
import type { Declaration, Metadata, Misread } from '../model/article.ts';
import { metadata, withMisread } from './metadata.ts';
import { isTooComplex, parseYaml } from './yaml.ts';

/** What a Markdown file's front matter says. */
export interface FrontMatter {
  readonly metadata: Metadata;
  /** `dedupe: false`: the file asks not to be compared. */
  readonly disabled: boolean;
}

export const NO_FRONT_MATTER: FrontMatter = { metadata: {}, disabled: false };

/** Front matter that can't be parsed says nothing: it is metadata, and the article counts without it. */
export function frontMatter(kind: 'yaml' | 'toml', text: string): FrontMatter {
  if (isTooComplex(text)) return NO_FRONT_MATTER;
  let value: unknown;
  try {
    value = kind === 'toml' ? parseToml(text) : parseYaml(text, { lenient: true });
  } catch {
    return NO_FRONT_MATTER;
  }
  if (typeof value !== 'object' || value === null) return NO_FRONT_MATTER;
  const fields = new Map<string, unknown>(Object.entries(value));
  const first = (...names: string[]) =>
    names.map((name) => asText(fields.get(name))).find((text) => text !== undefined);
  return {
    metadata: withMisread(
      {
        ...metadata(first('title'), first('date', 'published', 'pubDate'), first('lang', 'language', 'locale')),
        ...declarations(fields),
      },
      misread(fields),
    ),
    disabled: fields.get('dedupe') === false,
  };
}

/** `duplicate_of` and `canonical`, each a text or a list of texts. */
function declarations(fields: ReadonlyMap<string, unknown>): Pick<Metadata, 'declares'> {
  const declares = (['duplicate_of', 'canonical'] as const).flatMap((field): Declaration[] =>
    [fields.get(field)]
      .flat()
      .filter((target) => typeof target === 'string' && target.trim() !== '')
      .map((target) => ({ field, target: (target as string).trim() })),
  );
  return declares.length > 0 ? { declares } : {};
}

/** What is meant for this program and says nothing to it. In YAML 1.2 `no` is a word as any other. */
function misread(fields: ReadonlyMap<string, unknown>): Misread[] {
  const said = (field: string): string => `${field}: ${JSON.stringify(fields.get(field)).slice(0, MAX_QUOTED)}`;
  const isSwitch = !fields.has('dedupe') || typeof fields.get('dedupe') === 'boolean';
  const targets = [fields.get('duplicate_of') ?? []].flat();
  return [
    ...(isSwitch ? [] : [{ said: said('dedupe'), wanted: 'dedupe: false leaves an article out' }]),
    ...(targets.every((target) => typeof target === 'string')
      ? []
      : [{ said: said('duplicate_of'), wanted: 'it must be a path, or a list of paths' }]),
  ];
}

/** A value is quoted so far, in code units. */
const MAX_QUOTED = 60;

function asText(value: unknown): string | undefined {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return value instanceof Date ? value.toISOString() : undefined;
}
