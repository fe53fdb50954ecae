import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Counterparts, counterparts, sharedTerms } from '../../../src/match/rewrite/alignment.ts';
import type { Outline } from '../../../src/match/rewrite/outline.ts';
import { plainOutline, telling, weightedOutline } from './tellings.ts';

function align(a: string, b: string): Counterparts {
  const [one, two] = [plainOutline(a), plainOutline(b)];
  return counterparts(one, two, sharedTerms(one, two).inB);
}

/** The distinct terms of the sentences `[from, end)`. */
function termsOf({ terms, sentences: { termStart, termList } }: Outline, from: number, end: number): Set<number> {
  const places = termList.subarray(termStart[from], termStart[end]);
  return new Set(Array.from(places, (place) => terms[place] as number));
}

function cosine(x: Set<number>, y: Set<number>, weight: (term: number) => number): number {
  const squares = (terms: Iterable<number>): number => [...terms].reduce((sum, term) => sum + weight(term) ** 2, 0);
  const shared = squares([...x].filter((term) => y.has(term)));
  return shared === 0 ? 0 : shared / Math.sqrt(squares(x) * squares(y));
}

describe('the counterpart of a sentence', () => {
  it('is the likest of all sentences and pairs of sentences in a row that each have something of it', () => {
    fc.assert(
      fc.property(telling, telling, (textA, textB) => {
        const [a, b] = [weightedOutline(textA), weightedOutline(textB)];
        const weightOf = new Map(Array.from(a.terms, (term, i) => [term, a.weights[i] as number]));
        for (const [i, term] of b.terms.entries()) weightOf.set(term, b.weights[i] as number);
        const weight = (term: number): number => weightOf.get(term) as number;
        const found = counterparts(a, b, sharedTerms(a, b).inB);
        for (let s = 0; s < a.sentences.count; s++) {
          const own = termsOf(a, s, s + 1);
          const ones = Array.from({ length: b.sentences.count }, (_, j) => cosine(own, termsOf(b, j, j + 1), weight));
          const twos = ones
            .slice(1)
            .map((next, j) => (next > 0 && (ones[j] as number) > 0 ? cosine(own, termsOf(b, j, j + 2), weight) : 0));
          const best = Math.max(0, ...ones, ...twos);
          expect(found.cosine[s]).toBeCloseTo(best, 9);
          const place = found.place[s] as number;
          if (best === 0) expect(place).toBe(-1);
          else expect((found.span[s] === 2 ? twos : ones)[place]).toBeCloseTo(best, 9);
        }
      }),
    );
  });

  it('is two sentences where one was split', () => {
    const told = 'The council sold the old lighthouse to a family of painters for nine crowns.';
    const split =
      'Rain fell on the valley all week. The council sold the old lighthouse. A family of painters paid nine crowns.';
    const { place, span } = align(told, split);
    expect([place[0], span[0]]).toEqual([1, 2]);
  });

  it('is one sentence for both of two that were merged', () => {
    const merged =
      'Rain fell on the valley all week. The council sold the lighthouse and painters paid nine crowns for it.';
    const { place, span } = align('The council sold the lighthouse. Painters paid nine crowns for it.', merged);
    expect([...place]).toEqual([1, 1]);
    expect([...span]).toEqual([1, 1]);
  });

  it('is the earlier of two that are as like', () => {
    const told = 'Divers raised the wreck.';
    const { place, span } = align(
      told,
      'Snow closed four mountain roads. Divers raised the wreck. Divers raised the wreck.',
    );
    expect([place[0], span[0]]).toEqual([1, 1]);
  });

  it('is none where no term is shared', () => {
    const { place, cosine, containment } = align('Divers raised the wreck.', 'Snow closed four mountain roads.');
    expect([place[0], cosine[0], containment[0]]).toEqual([-1, 0, 0]);
  });

  it('holds between nothing and all of the sentence', () => {
    fc.assert(
      fc.property(telling, telling, (a, b) => {
        const { cosine, containment } = align(a, b);
        for (const share of [...cosine, ...containment]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

it('an article without sentences is aligned with nothing', () => {
  expect(align('', 'Divers raised the wreck.').place).toHaveLength(0);
  expect([...align('Divers raised the wreck.', '').place]).toEqual([-1]);
});
