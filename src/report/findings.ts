import { createHash } from 'node:crypto';
import type { Skip } from '../model/article.ts';
import type { Cluster, Comparison, ExplainedMatch, Relation } from '../model/match.ts';
import type { Result } from '../model/result.ts';
import { acceptedGroups } from './accepted.ts';
import { orient } from './orient.ts';

/** What a finding is called in reports for programs that show findings: a relation, or a template group's siblings. */
export type Rule = Relation | 'template';

/** An article that should be looked at because of another one. */
export interface Finding {
  readonly rule: Rule;
  /** The match as seen from the article to look at: that one is `a`. */
  readonly match: ExplainedMatch;
  /** The same for the same two articles in every run, whatever their lines and their relation; hex. */
  readonly fingerprint: string;
}

/** What such a report shows of a run, or of a comparison. */
export interface Found {
  /** By the article to look at, then by the other. */
  readonly findings: readonly Finding[];
  /** Of what the run is about. */
  readonly skipped: readonly Skip[];
  /** Articles compared. */
  readonly articles: number;
  /** A baseline is in force: the matches that it accepts are `known`, the others new. */
  readonly hasBaseline: boolean;
}

/**
 * The findings of a run: each matched pair once, at the newer article. Two members of a cluster that both match its
 * representative are left out: each of them is pointed at already. So are all but one of the new matches between what a
 * baseline knows as one and another article.
 */
export function findingsIn(result: Result): Found {
  const { matches, clusters, skipped, summary, scope, baseline } = result;
  const newer = newerIn(result);
  const isToldTwice = betweenMembers(clusters, matches);
  const told = matches.filter((match) => !isToldTwice(match));
  const findings = onceEach(told, result)
    .map((match) => findingOf(orient(match, newer(match))))
    .sort(byPlace);
  const about = scope && new Set(scope.articles);
  return {
    findings,
    skipped: skipped.filter(({ path }) => about?.has(path) ?? true),
    articles: summary.articles,
    hasBaseline: baseline !== undefined,
  };
}

/** Of new matches between the same two parts of a cluster (an accepted group, an article) one, the representative's if any. */
function onceEach(matches: readonly ExplainedMatch[], result: Result): ExplainedMatch[] {
  const groups = acceptedGroups(result);
  if (groups.size === 0) return [...matches];
  const heads = new Set(result.clusters.map(({ representative }) => representative));
  const isOfHead = ({ a, b }: ExplainedMatch): number => Number(heads.has(a) || heads.has(b));
  const met = new Set<string>();
  return matches
    .toSorted((x, y) => isOfHead(y) - isOfHead(x))
    .filter(({ a, b, known, bridge, relation }) => {
      if (known || bridge || relation === 'excerpt') return true;
      const parts = JSON.stringify([a, b].map((id) => groups.get(id) ?? id).sort());
      return !met.has(parts) && met.add(parts);
    });
}

/** Which matches add nothing to those of their two articles with the representative of the cluster that both are in. */
function betweenMembers(
  clusters: readonly Cluster[],
  matches: readonly ExplainedMatch[],
): (match: ExplainedMatch) => boolean {
  const headOf = new Map(
    clusters.flatMap((cluster) => cluster.members.map(({ path }) => [path, cluster.representative])),
  );
  const found = new Map(matches.map((match) => [pairKey(match.a, match.b), match]));
  const toHead = (member: string): ExplainedMatch | undefined => {
    const head = headOf.get(member) as string;
    return found.get(pairKey(member, head)) ?? found.get(pairKey(head, member));
  };
  return ({ a, b, known = false }) => {
    if (!headOf.has(a) || headOf.get(a) !== headOf.get(b)) return false;
    const [ofA, ofB] = [toHead(a), toHead(b)];
    // A new match between two that the baseline accepts is told: nothing else would tell it.
    return ofA !== undefined && ofB !== undefined && (known || !ofA.known || !ofB.known);
  };
}

/** The finding of a comparison, at the second article, or none. */
export function findingsOfPair({ match }: Comparison): Found {
  const findings = match === null ? [] : [findingOf(orient(match, match.b))];
  return { findings, skipped: [], articles: 2, hasBaseline: false };
}

/**
 * Which of two articles to look at: the one that the run is about, where it is about some only; the one that the baseline
 * does not know, where it knows the other; of an excerpt the one that the other holds; else the one that does not stand for its cluster; else the later by path.
 */
function newerIn(result: Result): (match: ExplainedMatch) => string {
  const { clusters, scope } = result;
  const accepted = acceptedGroups(result);
  const representatives = new Set(clusters.map(({ representative }) => representative));
  const concerned = new Set(scope?.articles);
  return ({ a, b, evidence }) => {
    if (concerned.has(a) !== concerned.has(b)) return concerned.has(a) ? a : b;
    if (accepted.has(a) !== accepted.has(b)) return accepted.has(a) ? b : a;
    if (evidence.kind === 'excerpt') return evidence.holder === 'a' ? b : a;
    return representatives.has(b) && !representatives.has(a) ? a : b;
  };
}

function findingOf(match: ExplainedMatch): Finding {
  const fingerprint = fingerprintOf([match.a, match.b].sort());
  return { rule: match.template ? 'template' : match.relation, match, fingerprint };
}

/** 128 bits of a digest of these names, hex: what tools know a finding by from one run to the next. */
export function fingerprintOf(names: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(names)).digest('hex').slice(0, 32);
}

function byPlace(x: Finding, y: Finding): number {
  return compareText(x.match.a, y.match.a) || compareText(x.match.b, y.match.b);
}

function compareText(x: string, y: string): number {
  return x < y ? -1 : x > y ? 1 : 0;
}

function pairKey(a: string, b: string): string {
  return `${a}\n${b}`;
}
