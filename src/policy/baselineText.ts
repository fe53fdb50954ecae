import { UsageError } from '../errors.ts';
import type { Relation } from '../model/match.ts';
import type { Accepted } from '../model/result.ts';

/** Changes with anything that would make an entry mean something else, the hashes behind digests and sketches included. */
const VERSION = 1;

const RELATIONS: Readonly<Record<Relation, true>> = {
  identical: true,
  'near-copy': true,
  excerpt: true,
  rewrite: true,
};

/**
 * A baseline as the text of its file: JSON with an entry a line, in the order of the contents' digests, so that two
 * branches seldom touch neighbouring lines. Each entry ends in a comma, the last too (`null` closes the list), so that a
 * merge may keep the lines of both sides as they are.
 */
export function baselineText(accepted: readonly Accepted[]): string {
  const lines = new Set(accepted.map(lineOf));
  const about = 'Duplicates that dedupe accepts, one a line; a merge may keep the lines of both sides.';
  const opening = `{\n"about": ${JSON.stringify(about)},\n"version": ${VERSION},\n"accepted": [\n`;
  return `${opening}${[...lines]
    .sort()
    .map((line) => `${line},\n`)
    .join('')}null\n]\n}\n`;
}

function lineOf({ articles, relation, bridge }: Accepted): string {
  const sides = [...articles].sort((x, y) => compare(x.digest, y.digest) || compare(x.name, y.name));
  return JSON.stringify({
    digests: sides.map(({ digest }) => digest),
    names: sides.map(({ name }) => name),
    relation,
    ...(bridge && { bridge }),
    sketches: sides.map(({ sketch }) => sketch),
  });
}

/**
 * What a baseline's text accepts.
 *
 * @param file how the error names it
 * @throws UsageError if it is none, has a merge's marks in it, or is of a later version
 */
export function acceptedIn(text: string, file: string): Accepted[] {
  const mark = /^(?:<{7}|={7}|>{7}|\|{7})(?: |\r?$)/m.exec(text);
  if (mark !== null) {
    const line = text.slice(0, mark.index).split('\n').length;
    throw new UsageError(
      `The baseline '${file}' has a merge conflict in line ${line}: keep the lines of both sides, without git's marks.`,
    );
  }
  const value = parsed(text.replace(/^\uFEFF/, ''), file);
  if (!isObject(value) || !Array.isArray(value.accepted) || !Number.isSafeInteger(value.version))
    throw new UsageError(`'${file}' is no baseline of dedupe. ${AGAIN}`);
  if ((value.version as number) > VERSION)
    throw new UsageError(
      `The baseline '${file}' is of version ${value.version}, and this dedupe knows ${VERSION}: use the newer one that wrote it.`,
    );
  const entries = value.accepted.filter((entry) => entry !== null);
  return entries.map((entry, i) => {
    const accepted = acceptedOf(entry);
    if (accepted === null) throw new UsageError(`Entry ${i + 1} of the baseline '${file}' is broken. ${AGAIN}`);
    return accepted;
  });
}

const AGAIN = 'If it was one, restore it; else name another file, which --update-baseline writes.';

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`The baseline '${file}' is no JSON (${(error as Error).message}). ${AGAIN}`);
  }
}

function acceptedOf(entry: unknown): Accepted | null {
  if (!isObject(entry)) return null;
  const { digests, names, sketches, relation, bridge } = entry;
  if (!isTwo(digests) || !isTwo(names) || !isTwo(sketches)) return null;
  if (typeof relation !== 'string' || !Object.hasOwn(RELATIONS, relation)) return null;
  const side = (i: 0 | 1) => ({ name: names[i], digest: digests[i], sketch: sketches[i] });
  return { articles: [side(0), side(1)], relation: relation as Relation, ...(bridge === true ? { bridge } : {}) };
}

function isTwo(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((item) => typeof item === 'string');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function compare(x: string, y: string): number {
  return x < y ? -1 : x > y ? 1 : 0;
}
