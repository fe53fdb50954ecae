import type { Fingerprint } from '../model/article.ts';
import type { Match, Suppressed, Suppression } from '../model/match.ts';
import { copiesIn, groupsOf, takeApart } from './apart.ts';
import { identicalMatch } from './identicalPairs.ts';
import type { Known } from './known.ts';

/** What is left to report, what is not, and what said so. */
export interface Sifted {
  readonly matches: readonly Match[];
  readonly suppressed: readonly Suppressed[];
  readonly used: ReadonlySet<Suppression>;
}

/**
 * Takes the known pairs out of the matches, before these are clustered: a known pair joins nothing.
 *
 * Of identical articles the first stands for all, in its star and in the matches with others. Those that name another of
 * them as their original go by it. Where a pair of the others is known, the group is taken apart, and each part is
 * matched by a pair of its own that is not known: so that a third copy, of which nobody said anything, is reported.
 *
 * @param matches identical articles as stars around their first
 * @param judgeAgain the match of two articles that are identical to two that match; null if they do not match after all
 */
export async function suppress(
  matches: readonly Match[],
  articles: readonly Fingerprint[],
  known: Known,
  judgeAgain: (a: string, b: string) => Promise<Match | null>,
): Promise<Sifted> {
  const used = new Set<Suppression>();
  if (known.isNone) return { matches, suppressed: [], used };
  const between = (a: string, b: string): Suppression | null => {
    const suppression = known.between(a, b);
    if (suppression !== null) used.add(suppression);
    return suppression;
  };
  const byId = new Map(articles.map((article) => [article.source.id, article]));
  const identical = (a: string, b: string) => identicalMatch(byId.get(a) as Fingerprint, byId.get(b) as Fingerprint);
  const left: Match[] = [];
  const suppressed: Suppressed[] = [];

  const partsOf = new Map<string, readonly (readonly string[])[]>();
  for (const [first, group] of groupsOf(matches)) {
    const copies = copiesIn(group, known.declaredBy);
    const gone = new Set(copies.map(({ a }) => a));
    const split = takeApart(
      group.filter((article) => !gone.has(article)),
      between,
      known.kindOf,
    );
    partsOf.set(first, split.parts);
    for (const [a, b] of split.joints) left.push(identical(...inOrder(a, b)));
    for (const { a, b, suppression } of [...copies, ...split.known]) {
      used.add(suppression);
      suppressed.push(toldShortly(identical(...inOrder(a, b)), suppression));
    }
  }
  for (const match of matches) {
    if (match.relation === 'identical') continue;
    const met = new Set<unknown>();
    for (const x of partsOf.get(match.a) ?? [[match.a]]) {
      for (const y of partsOf.get(match.b) ?? [[match.b]]) {
        if (met.has(x) && met.has(y)) continue;
        const open = firstOpen(x, y, between);
        if (open === null) {
          const [a, b] = inOrder(x[0] as string, y[0] as string);
          suppressed.push({ ...toldShortly(match, between(a, b) as Suppression), a, b });
          continue;
        }
        const same = open.a === match.a && open.b === match.b;
        const found = same ? match : await judgeAgain(open.a, open.b);
        if (found !== null) left.push(found);
        met.add(x).add(y);
      }
    }
  }
  return { matches: left, suppressed, used };
}

/** The first pair between two parts that is not known. */
function firstOpen(
  x: readonly string[],
  y: readonly string[],
  between: (a: string, b: string) => Suppression | null,
): { a: string; b: string } | null {
  for (const u of x) {
    for (const v of y) {
      const [a, b] = inOrder(u, v);
      if (between(a, b) === null) return { a, b };
    }
  }
  return null;
}

/** As matches name their articles. */
function inOrder(x: string, y: string): [string, string] {
  return x < y ? [x, y] : [y, x];
}

function toldShortly({ a, b, relation, score, template }: Match, suppression: Suppression): Suppressed {
  return { a, b, relation, score, ...(template ? { template } : {}), suppression };
}
