import type { FeatureName } from '../../model/evidence.ts';
import type { Whole } from './features.ts';
import { NUMBER, PLAIN } from './telling.ts';

type FactFeature = Extract<FeatureName, 'factsHeldMost' | 'numbersHeldMost' | 'newFactsLeast' | 'newFactsMost'>;

/**
 * Weight of any number: how often a figure occurs in an archive says nothing of how much it matters here. About that of
 * a word that one article in 150 has.
 */
const NUMBER_WEIGHT = 5;

/** Taken for the share of facts held where an article states none: the share in the middle pair of the tune part. */
const NO_FACTS_HELD = 0.7;

/** How far the names and numbers of two articles agree, and how many each has alone. */
export function factAgreement(a: Whole, b: Whole): Record<FactFeature, number> {
  const inA = countFacts(a);
  const inB = countFacts(b);
  const newA = Math.log1p(inA.weight - inA.held);
  const newB = Math.log1p(inB.weight - inB.held);
  return {
    factsHeldMost: Math.max(share(inA.held, inA.weight, NO_FACTS_HELD), share(inB.held, inB.weight, NO_FACTS_HELD)),
    numbersHeldMost: larger(share(inA.numbersHeld, inA.numbers), share(inB.numbersHeld, inB.numbers)),
    newFactsLeast: Math.min(newA, newB),
    newFactsMost: Math.max(newA, newB),
  };
}

interface FactCount {
  readonly weight: number;
  readonly held: number;
  readonly numbers: number;
  readonly numbersHeld: number;
}

function countFacts({ own, inOther }: Whole): FactCount {
  let names = 0;
  let namesHeld = 0;
  let numbers = 0;
  let numbersHeld = 0;
  for (let term = 0; term < own.terms.length; term++) {
    if (own.kinds[term] === PLAIN) continue;
    const isHeld = (inOther[term] as number) >= 0;
    if (own.kinds[term] === NUMBER) {
      numbers++;
      if (isHeld) numbersHeld++;
    } else {
      names += own.weights[term] as number;
      if (isHeld) namesHeld += own.weights[term] as number;
    }
  }
  return {
    weight: names + NUMBER_WEIGHT * numbers,
    held: namesHeld + NUMBER_WEIGHT * numbersHeld,
    numbers,
    numbersHeld,
  };
}

function share(part: number, all: number, ofNothing = Number.NaN): number {
  return all === 0 ? ofNothing : part / all;
}

/** The larger, or the one that there is. */
function larger(x: number, y: number): number {
  if (Number.isNaN(x)) return y;
  return Number.isNaN(y) ? x : Math.max(x, y);
}
