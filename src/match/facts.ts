import { passage } from '../extract/prose.ts';
import type { Article, Span } from '../model/article.ts';
import type { DiffBlock, FactDifference } from '../model/evidence.ts';
import type { Run } from './align.ts';
import { type Fact, facts, factsIn, wordsInFacts } from './facts/facts.ts';
import { isStated, statements } from './facts/statements.ts';

/** The facts that two articles state at the same place. */
interface Place {
  readonly a: readonly Fact[];
  readonly b: readonly Fact[];
}

/**
 * The numbers, dates and names that an edit changed, in the order of the text. The words around them that both articles
 * have mark the places; what the two state at one place is compared in order. What a paragraph states that moved, or that
 * only one article has, was not changed, but came or went with it.
 *
 * @param runs the words that they share in order, as `alignWords` finds them
 * @param diff the diff of the two, by `nearCopyDiff`
 */
export function changedFacts(
  a: Article,
  b: Article,
  runs: readonly Run[],
  diff: readonly DiffBlock[],
): FactDifference[] {
  const factsOfA = facts(a);
  const factsOfB = facts(b);
  const inFactOfA = wordsInFacts(a, factsOfA);
  const inFactOfB = wordsInFacts(b, factsOfB);
  const places: Place[] = [];
  let i = 0;
  let j = 0;
  function endPlace(endA: number, endB: number): void {
    const fromA = i;
    const fromB = j;
    while (i < factsOfA.length && (factsOfA[i] as Fact).start < endA) i++;
    while (j < factsOfB.length && (factsOfB[j] as Fact).start < endB) j++;
    if (i > fromA || j > fromB) places.push({ a: factsOfA.slice(fromA, i), b: factsOfB.slice(fromB, j) });
  }
  for (const run of runs) {
    for (let k = 0; k < run.length; k++) {
      if (inFactOfA[run.a + k] || inFactOfB[run.b + k]) continue;
      endPlace(a.words.starts[run.a + k] as number, b.words.starts[run.b + k] as number);
    }
  }
  endPlace(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
  const gone = diff.flatMap((block) => (block.kind === 'only-a' || block.kind === 'moved' ? [block.a] : []));
  const come = diff.flatMap((block) => (block.kind === 'only-b' || block.kind === 'moved' ? [block.b] : []));
  come.sort((x, y) => x.start - y.start);
  return places
    .flatMap((place) => differences(a, b, place, ({ kind }) => kind))
    .filter((fact) => (fact.a === null ? !liesIn(fact.b as Span, come) : fact.b !== null || !liesIn(fact.a, gone)));
}

/** Whether a span lies in one of several, which ascend. */
function liesIn({ start }: Span, spans: readonly Span[]): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).end <= start) low = middle + 1;
    else high = middle;
  }
  return low < spans.length && (spans[low] as Span).start <= start;
}

/**
 * The numbers, dates and names on which passages that tell the same differ. What the other article states anywhere is no
 * difference: a rewrite may state it elsewhere. Numbers are set against numbers of the same unit, dates against dates; a
 * name is no version of another name, so each stands alone.
 *
 * @param aligned spans of a, and the spans of b that tell the same; `RewriteEvidence.aligned` will do
 */
export function factDifferences(
  a: Article,
  b: Article,
  aligned: readonly { readonly a: readonly Span[]; readonly b: readonly Span[] }[],
): FactDifference[] {
  const factsOfA = facts(a);
  const factsOfB = facts(b);
  const statedInA = statements(factsOfA);
  const statedInB = statements(factsOfB);
  return aligned.flatMap((pair) => {
    const place = {
      a: pair.a.flatMap((span) => factsIn(factsOfA, span)).filter((fact) => !isStated(fact, statedInB)),
      b: pair.b.flatMap((span) => factsIn(factsOfB, span)).filter((fact) => !isStated(fact, statedInA)),
    };
    return differences(a, b, place, ({ kind, value }) => {
      if (kind === 'number') return `number ${value.replace(/^[\d.]+/u, '')}`;
      return kind === 'name' ? `name ${value}` : kind;
    });
  });
}

/**
 * What is left of two lists of facts without their equals, paired in order.
 *
 * @param sort facts of the same sort are set against one another
 */
function differences(a: Article, b: Article, place: Place, sort: (fact: Fact) => string): FactDifference[] {
  if (areEqual(place.a, place.b)) return [];
  const onlyA = without(place.a, place.b);
  const onlyB = without(place.b, place.a);
  const waiting = new Map<string, Fact[]>();
  for (const fact of onlyB) {
    const known = waiting.get(sort(fact));
    if (known) known.push(fact);
    else waiting.set(sort(fact), [fact]);
  }
  const paired = new Set<Fact>();
  const found = onlyA.map((fact): FactDifference => {
    const other = waiting.get(sort(fact))?.shift();
    if (other) paired.add(other);
    return { kind: fact.kind, a: passage(a.prose, fact), b: other ? passage(b.prose, other) : null };
  });
  for (const fact of onlyB) if (!paired.has(fact)) found.push({ kind: fact.kind, a: null, b: passage(b.prose, fact) });
  return found;
}

/** Whether two lists state the same in one order, as those of most places do. */
function areEqual(facts: readonly Fact[], others: readonly Fact[]): boolean {
  return (
    facts.length === others.length &&
    facts.every(({ kind, value }, i) => kind === others[i]?.kind && value === others[i]?.value)
  );
}

/** The facts that have no equal in the other list, one for one. */
function without(facts: readonly Fact[], others: readonly Fact[]): Fact[] {
  const equals = new Map<string, number>();
  for (const { kind, value } of others) equals.set(`${kind} ${value}`, (equals.get(`${kind} ${value}`) ?? 0) + 1);
  return facts.filter(({ kind, value }) => {
    const left = equals.get(`${kind} ${value}`) ?? 0;
    equals.set(`${kind} ${value}`, left - 1);
    return left <= 0;
  });
}
