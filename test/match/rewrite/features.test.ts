import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareOutlines, FEATURES } from '../../../src/match/rewrite/features.ts';
import { plainOutline, telling, weightedOutline } from './tellings.ts';

function features(a: string, b: string): Record<string, number> {
  const { values } = compareOutlines(plainOutline(a), plainOutline(b));
  return Object.fromEntries(FEATURES.map(({ name }, i) => [name, values[i] as number]));
}

const STORY = [
  'Marta Olsen opened the northern pier in Halvik on Monday after nine years of repairs.',
  'The works had cost 4.5 million crowns and three builders their business.',
  '“We will not wait any longer for the harbour to silt up”, she told the crowd.',
  'Ferries call there from May, and a bus takes travellers to the upper town.',
  'Ivo Brandt of the port council praised the divers who had mended 312 piles by hand.',
];
const told = STORY.join(' ');

describe('the features of a pair', () => {
  it('are the same to the bit when the articles change places, and the alignment changes sides', () => {
    fc.assert(
      fc.property(telling, telling, (textA, textB) => {
        const [a, b] = [weightedOutline(textA), weightedOutline(textB)];
        const one = compareOutlines(a, b);
        const two = compareOutlines(b, a);
        expect(two.values).toEqual(one.values);
        expect(two.ofA).toEqual(one.ofB);
        expect(two.ofB).toEqual(one.ofA);
      }),
    );
  });

  it('are shares, or logarithms that are not negative', () => {
    fc.assert(
      fc.property(telling, telling, (a, b) => {
        for (const [name, value] of Object.entries(features(a, b))) {
          expect(value, name).toBeGreaterThanOrEqual(0);
          // Several sentences of the longer article may each answer one of the shorter.
          if (!/^new|Length$|^mutual/.test(name)) expect(value, name).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });

  it('are all at their best for an article and itself', () => {
    for (const [name, value] of Object.entries(features(told, told))) {
      if (name === 'shorterLength') expect(Math.exp(value)).toBeCloseTo(plainOutline(told).words);
      else expect(value, name).toBeCloseTo(name.startsWith('new') ? 0 : 1, 9);
    }
  });

  it('find nothing in articles without a word in common', () => {
    const other = 'Snow closed four mountain roads. Skiers slept in school halls. Ploughs came late.';
    const values = features(told, other);
    for (const name of ['coverageLeast', 'wordingHeldMost', 'mutualSentences', 'leadCosine', 'termJaccard']) {
      expect(values[name], name).toBe(0);
    }
  });

  it('are numbers where an article has no sentence, no term, no name and no number', () => {
    for (const empty of ['', 'The. And of it, on the. To be or not to be.', '。', 'one two', '— — —']) {
      for (const other of ['', told]) {
        for (const [name, value] of Object.entries(features(empty, other))) {
          expect(Number.isFinite(value), name).toBe(true);
        }
      }
    }
  });

  it('tell the same story in another order from one in the same order', () => {
    const backwards = features(told, STORY.toReversed().join(' '));
    expect(backwards.sameOrder).toBeLessThan(0.5);
    expect(backwards.coverageLeast).toBeCloseTo(1);
  });

  it('see other numbers, names and weekdays in the same sentences', () => {
    const changed = told
      .replace('4.5', '6.2')
      .replace('312', '409')
      .replace('Monday', 'Friday')
      .replace('Ivo Brandt', 'Ana Ruiz');
    const values = features(told, changed);
    expect(values.numbersHeldMost).toBe(0);
    expect(values.numbersAnswered).toBe(0);
    expect(values.weekdaysAgree).toBe(0);
    expect(values.namesAnswered).toBeLessThan(1);
    expect(values.newFactsLeast).toBeGreaterThan(0);
  });

  it('see what only one of the two quotes', () => {
    const silent = STORY.filter((sentence) => !sentence.includes('“')).join(' ');
    expect(features(told, silent).newQuotesLeast).toBe(0); // silence is no other quotation
    const other = told.replace(
      'We will not wait any longer for the harbour to silt up',
      'Nobody believed that it would ever be done',
    );
    expect(features(told, other).newQuotesLeast).toBeGreaterThan(0);
    expect(features(told, other).quotesHeldLeast).toBe(0);
  });
});
