import type { Relation } from '../../src/model/match.ts';
import type { Output } from './command.ts';
import type { Labelled } from './labelled.ts';
import type { Expect } from './read.ts';
import type { Part } from './split.ts';

/** A part of a corpus, or all of it. */
export type Share = Part | 'both';
export const SHARES: readonly Share[] = ['tune', 'report', 'both'];

export const RELATIONS: readonly Relation[] = ['identical', 'near-copy', 'excerpt', 'rewrite'];

/** What became of some labelled pairs. */
export interface Tally {
  readonly pairs: number;
  /** How many the command matched, by relation. */
  readonly matched: Readonly<Record<Relation, number>>;
  /** Pairs of which an article was skipped, most as too short: neither found nor cleared. */
  readonly abstained: number;
}

/** What the command made of one part of a corpus. A pair is in a part if both of its articles are. */
export interface Judgement {
  readonly articles: number;
  readonly skipped: number;
  readonly byLabel: readonly (Tally & { readonly label: string; readonly expect: Expect })[];
  readonly byExpect: Readonly<Record<Expect, Tally>>;
  /** Matches of two articles of one group that no label speaks of. */
  readonly within: number;
  /** Matches that no label speaks of, of articles of two groups, or without groups. */
  readonly outside: number;
}

/** Judges a run of the command by the labels: for each part, and for both with the pairs that lie across. */
export function judge(labelled: Labelled, output: Output): Record<Share, Judgement> {
  const matches = matchIndex(output.matches);
  const skipped = new Set(output.skipped.map(({ path }) => path));
  const labels = [...new Set(labelled.pairs.map(({ label, expect }) => JSON.stringify({ label, expect })))].sort();
  const known = new Set(labelled.pairs.map(({ a, b }) => pairKey(a, b)));
  const unlabelled = output.matches.filter(({ a, b }) => !known.has(pairKey(a, b)));

  const part = (share: Share): Judgement => {
    const articles = [...labelled.articles].filter(([, article]) => share === 'both' || article.part === share);
    const inside = new Map(articles);
    const pairs = labelled.pairs.filter((pair) => share === 'both' || pair.part === share);
    const tally = (some: Labelled['pairs']): Tally => {
      const relations = some.map(({ a, b }) => matches(a, b)?.relation);
      return {
        pairs: some.length,
        matched: Object.fromEntries(
          RELATIONS.map((relation) => [relation, relations.filter((found) => found === relation).length]),
        ) as Record<Relation, number>,
        abstained: some.filter(({ a, b }) => skipped.has(a) || skipped.has(b)).length,
      };
    };
    const expected = (expect: Expect): Tally => tally(pairs.filter((pair) => pair.expect === expect));
    const others = unlabelled.filter(({ a, b }) => inside.has(a) && inside.has(b));
    const within = others.filter(({ a, b }) => sameGroup(labelled, a, b)).length;
    return {
      articles: articles.length,
      skipped: articles.filter(([path]) => skipped.has(path)).length,
      byLabel: labels.map((key) => {
        const { label, expect } = JSON.parse(key) as { label: string; expect: Expect };
        return { label, expect, ...tally(pairs.filter((pair) => pair.label === label && pair.expect === expect)) };
      }),
      byExpect: { duplicate: expected('duplicate'), not: expected('not'), grey: expected('grey') },
      within,
      outside: others.length - within,
    };
  };
  return { tune: part('tune'), report: part('report'), both: part('both') };
}

/** The share of the pairs that the command matched; undefined where there are none. */
export function matchedShare(tally: Tally): number | undefined {
  return tally.pairs === 0 ? undefined : matchedPairs(tally) / tally.pairs;
}

export function matchedPairs({ matched }: Tally): number {
  return RELATIONS.reduce((sum, relation) => sum + matched[relation], 0);
}

/** False alarms on a scale that does not depend on the size of the corpus. */
export function per300(count: number, articles: number): number {
  return articles === 0 ? 0 : (count * 300) / articles;
}

type Matched = Output['matches'][number];

/**
 * Looks up the match of two articles. Identical articles are reported as a star around the first one, and what matches
 * one of them matches all: so the look-up goes by the centre of each one's star.
 */
export function matchIndex(matches: Output['matches']): (a: string, b: string) => Matched | undefined {
  const star = new Map<string, Matched>();
  for (const match of matches) if (match.relation === 'identical') star.set(match.b, match);
  const centre = (path: string): string => star.get(path)?.a ?? path;
  const index = new Map(matches.map((match) => [pairKey(centre(match.a), centre(match.b)), match]));
  return (a, b) => (centre(a) === centre(b) ? (star.get(b) ?? star.get(a)) : index.get(pairKey(centre(a), centre(b))));
}

export function pairKey(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}

export function sameGroup({ articles }: Labelled, a: string, b: string): boolean {
  const group = articles.get(a)?.group;
  return group !== undefined && group === articles.get(b)?.group;
}
