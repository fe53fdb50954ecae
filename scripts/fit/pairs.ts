import { readFileSync } from 'node:fs';
import { completeSettings } from '../../src/config/completeSettings.ts';
import { background } from '../../src/fingerprint/background.ts';
import { overlap } from '../../src/fingerprint/jaccard.ts';
import { termWeight } from '../../src/fingerprint/weights.ts';
import { pairUp } from '../../src/lsh/pairUp.ts';
import { compareOutlines } from '../../src/match/rewrite/features.ts';
import { isComparable, MIN_REWRITE_WORDS } from '../../src/match/rewrite/judgeRewrite.ts';
import { outline } from '../../src/match/rewrite/outline.ts';
import type { Telling } from '../../src/match/rewrite/telling.ts';
import type { Subject } from '../../src/match/subject.ts';
import { survey } from '../../src/survey.ts';
import type { Corpus } from '../eval/corpora.ts';
import { folderOf, isCopy, readText } from '../eval/folder.ts';
import type { Doc } from '../eval/read.ts';
import type { Part } from '../eval/split.ts';
import { variants } from './variants.ts';

/** A pair that the rewrite model is asked about, with what it should answer. */
export interface FittedPair {
  readonly corpus: string;
  readonly a: string;
  readonly b: string;
  readonly outcome: 0 | 1;
  /** How we know: the corpus' own label, or `cross`, `independent`, `read`, `bulk` (see `outcomeOf`). */
  readonly label: string;
  readonly values: Float64Array;
}

/** How a pair is known to be a rewrite or none; null where nobody knows, or opinions may differ. */
interface Outcome {
  readonly outcome: 0 | 1;
  readonly label: string;
}

/** Corpora whose groups are one report each, so that pairs across groups are two reports. */
const GROUPED = ['onestopenglish', 'sheepdog-llm-news', 'mixset', 'fnc1-stories', 'ecbplus'];
/** Of these, two rewrites of one source are rewrites of each other; a `humanize` version strays from its source. */
const SAME_SOURCE = ['onestopenglish', 'sheepdog-llm-news', 'mixset'];
const BULK = ['bbc2225', 'huffpost-bulk'];

/** Reuters' stories are numbered in order of time, some 200 a day: so far apart, two are not one report. */
const WIRE = 'reuters21578';
const OTHER_DAY = 1_000;

/** Pairs that are known by rule to be none: there are enough of them as they are. */
const BY_RULE = ['bulk', 'other-day', 'cross'];

/** In the bulk, pairs with so many shingles in common may be re-posts that nobody has labelled. */
const BULK_JACCARD = 0.2;

/**
 * The pairs of one part that reach the rewrite model (candidates and labelled pairs of the supported languages and
 * lengths that are neither near-copies nor excerpts), with their outcomes. Each corpus' part is taken as one folder.
 */
export async function fittedPairs(corpora: readonly Corpus[], part: Part): Promise<FittedPair[]> {
  const readings = readReadings();
  const outlet = corpora.find(({ name }) => name === 'one-outlet');
  for (const { a, b } of outlet?.pairs ?? []) readings.set(key(a, b), null);
  const all: FittedPair[] = [];
  for (const corpus of corpora) {
    if (corpus.pairs.length === 0 && !BULK.includes(corpus.name)) continue;
    all.push(...(await pairsOfCorpus(corpus, part, readings)));
  }
  return all;
}

async function pairsOfCorpus(corpus: Corpus, part: Part, readings: Readings): Promise<FittedPair[]> {
  const config = completeSettings({}, '/');
  const docs = new Map([...corpus.docs].filter(([, doc]) => doc.part === part));
  const { stats, names, subjects, placeOf } = await folderOf(docs, config);
  const { pairs } = pairUp(subjects, stats, { ...config.match, relations: ['rewrite'] }, () => {});
  const wanted = new Map(pairs.map(({ a, b }) => [key(names[a] as string, names[b] as string), [a, b]]));
  for (const { a, b } of corpus.pairs) {
    if (placeOf.has(a) && placeOf.has(b)) wanted.set(key(a, b), [placeOf.get(a) as number, placeOf.get(b) as number]);
  }
  const labels = new Map(corpus.pairs.map((pair) => [key(pair.a, pair.b), pair]));
  const fitted: FittedPair[] = [];
  for (const [pair, [i, j]] of [...wanted].sort(([x], [y]) => (x < y ? -1 : 1))) {
    const a = docs.get(names[i as number] as string) as Doc;
    const b = docs.get(names[j as number] as string) as Doc;
    const one = subjects[i as number] as Subject;
    const two = subjects[j as number] as Subject;
    const jaccard = jaccardOf(one, two);
    if (!isComparable(one, two) || isCopy(one, two, config)) continue;
    const known = outcomeOf(corpus.name, a, b, labels.get(pair), readings, jaccard);
    if (known === null) continue;
    const { values } = compareOutlines(one.outline(), two.outline());
    fitted.push({ corpus: corpus.name, a: a.id, b: b.id, ...known, values });
    if (BY_RULE.includes(known.label)) continue;
    for (const { label, text } of variants(await two.read())) {
      const other = await readText(text, b.id, config);
      if ('reason' in other || other.words.hashes.length < MIN_REWRITE_WORDS) continue;
      const weight = termWeight(stats, background(other.language));
      const { values } = compareOutlines(one.outline(), outline(survey(other).telling as Telling, weight));
      fitted.push({ corpus: corpus.name, a: a.id, b: b.id, outcome: known.outcome, label, values });
    }
  }
  return fitted;
}

/**
 * - A labelled pair is what its label says; grey pairs are left out.
 * - `same-source`: two rewrites of one source.
 * - `reordered`, `opening`: every pair known by label once more, as `variants` makes it.
 * - `other-day`: candidates among wire stories of different days are no rewrites.
 * - `cross`: candidates from different groups of a corpus whose groups are one report each are two reports.
 * - `independent`: an answer written without the source (clough-stevenson) is no rewrite of another answer.
 * - `read`: pairs of the bulk that were read for this project (readings.jsonl): R and U are rewrites, F and D not.
 * - `bulk`: other candidates of the bulk are none (of 210 read, the likeliest by an early model, 2 were).
 */
function outcomeOf(
  corpus: string,
  a: Doc,
  b: Doc,
  labelled: { readonly label: string; readonly expect: string } | undefined,
  readings: Readings,
  jaccard: number,
): Outcome | null {
  if (labelled !== undefined) {
    if (labelled.expect === 'grey' || corpus === 'semeval2022-task8' || corpus === 'pact') return null;
    return { outcome: labelled.expect === 'duplicate' ? 1 : 0, label: labelled.label };
  }
  if (BULK.includes(corpus)) {
    const reading = readings.get(key(`${corpus}:${a.id}`, `${corpus}:${b.id}`));
    if (reading === null || reading === 'E') return null;
    if (reading !== undefined) return { outcome: reading === 'R' || reading === 'U' ? 1 : 0, label: 'read' };
    return jaccard < BULK_JACCARD ? { outcome: 0, label: 'bulk' } : null;
  }
  if (corpus === WIRE) {
    return Math.abs(Number(a.id.slice(1)) - Number(b.id.slice(1))) > OTHER_DAY
      ? { outcome: 0, label: 'other-day' }
      : null;
  }
  if (corpus === 'clough-stevenson' && a.group === b.group && [a.label, b.label].includes('non')) {
    return { outcome: 0, label: 'independent' };
  }
  if (!GROUPED.includes(corpus)) return null;
  if (groupOf(corpus, a) !== groupOf(corpus, b)) return { outcome: 0, label: 'cross' };
  const isTold = SAME_SOURCE.includes(corpus) && ![a.id, b.id].some((id) => id.includes('humanize'));
  return isTold ? { outcome: 1, label: 'same-source' } : null;
}

/** mixset names the original in the id; a topic of ecbplus is two events of one kind. */
function groupOf(corpus: string, { id, group }: Doc): string | undefined {
  return corpus === 'mixset' ? id.split('-')[0] : group?.split('_')[0];
}

function jaccardOf({ fingerprint: a }: Subject, { fingerprint: b }: Subject): number {
  const shared = overlap(a.shingles, b.shingles);
  return shared / Math.max(1, a.shingles.length + b.shingles.length - shared);
}

/** R same report, U updated report, E same event told independently, F follow-up, D different; null: labelled elsewhere. */
type Readings = Map<string, string | null>;

function readReadings(): Readings {
  const lines = readFileSync('scripts/fit/readings.jsonl', 'utf8').trim().split('\n');
  return new Map(
    lines.map((line) => {
      const { a, b, label } = JSON.parse(line) as { a: string; b: string; label: string };
      return [key(a, b), label];
    }),
  );
}

function key(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}
