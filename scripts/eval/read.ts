import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One line of a corpus' docs.jsonl. */
export interface Doc {
  readonly id: string;
  readonly text: string;
  readonly title?: string;
  /** Documents of one group tell one story (fnc1), are tellings of one article (onestopenglish), and so on. */
  readonly group?: string;
  readonly lang?: string;
  /** The corpus' own class of the document: a topic, a reading level. */
  readonly label?: string;
}

/** `duplicate` must be found, `not` must not, `grey` is reported and never counted. */
export type Expect = 'duplicate' | 'not' | 'grey';

/** One line of a corpus' pairs.jsonl. */
export interface LabelledPair {
  readonly a: string;
  readonly b: string;
  readonly label: string;
  readonly expect: Expect;
}

/** A corpus as its folder holds it. */
export interface RawCorpus {
  readonly name: string;
  /** In file order. */
  readonly docs: readonly Doc[];
  readonly pairs: readonly LabelledPair[];
}

/**
 * Reads every corpus below `dir`, in name order: a folder with docs.jsonl (and perhaps pairs.jsonl), or one of .txt
 * files, which are tellings of one article, each a document named by its file.
 */
export function readCorpora(dir: string): RawCorpus[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => readCorpus(join(dir, name), name));
}

function readCorpus(folder: string, name: string): RawCorpus {
  const docs = join(folder, 'docs.jsonl');
  if (!existsSync(docs)) return readTellings(folder, name);
  const pairs = join(folder, 'pairs.jsonl');
  return { name, docs: readLines<Doc>(docs), pairs: existsSync(pairs) ? readLines<LabelledPair>(pairs) : [] };
}

function readTellings(folder: string, name: string): RawCorpus {
  const docs = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => ({ id: file.slice(0, -'.txt'.length), text: readFileSync(join(folder, file), 'utf8') }));
  const pairs = docs.flatMap(({ id: a }, i) =>
    docs.slice(i + 1).map(({ id: b }): LabelledPair => ({ a, b, label: 'telling', expect: 'duplicate' })),
  );
  return { name, docs, pairs };
}

function readLines<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
