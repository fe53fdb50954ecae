import { describe, expect, it } from 'vitest';
import { factDifferences } from '../../src/match/facts.ts';
import { nearCopyEvidence } from '../../src/match/nearCopy.ts';
import type { FactDifference } from '../../src/model/evidence.ts';
import { articleOf } from './articleOf.ts';

function worded(differences: readonly FactDifference[]): string[] {
  return differences.map(({ kind, a, b }) => `${kind}: ${a?.text ?? 'nothing'} / ${b?.text ?? 'nothing'}`);
}

function changed(a: string, b: string): string[] {
  return worded(nearCopyEvidence(articleOf(a), articleOf(b)).facts);
}

describe('facts that an edit changed', () => {
  it('are set against each other at their place, whole', () => {
    expect(
      changed(
        'The company lost $900m in the year to March 31, said its chairman Ann Lee on Monday.',
        'The company lost $950m in the year to March 30, said its chairman Eve Orr on Monday.',
      ),
    ).toEqual(['number: $900m / $950m', 'date: March 31 / March 30', 'name: Ann Lee / Eve Orr']);
  });

  it('are no change where only the writing differs', () => {
    expect(
      changed('It lost $900m, or twelve percent, this time.', 'It lost 900 million dollars, or 12%, this time.'),
    ).toEqual([]);
  });

  it('stay at their place when another was added before', () => {
    expect(
      changed('They counted 40 boats and then 50 cars.', 'They counted 40 boats and 45 vans and then 55 cars.'),
    ).toEqual(['number: nothing / 45', 'number: 50 / 55']);
  });

  it('do not include what came with a new paragraph', () => {
    const text = 'The bridge cost 40 million euros and took the builders all summer.';
    expect(changed(text, `${text}\n\nSpain won the match 3-2 in front of 5,000 people.`)).toEqual([]);
  });
});

describe('facts on which two tellings differ', () => {
  const a = articleOf('Police in Porto said 12 people died on Friday. The bus, a Volvo, had 40 seats, said João Dias.');
  const b = articleOf(
    'Two died when it left the road, officers told Maria Reis. The vehicle with 40 seats was travelling from Porto. It was Friday.',
  );
  const [a1, a2] = a.prose.sentences;
  const [b1, b2] = b.prose.sentences;

  it('are those that the other states nowhere, numbers set against numbers', () => {
    const aligned = [
      { a: a1 ? [a1] : [], b: b1 ? [b1] : [] },
      { a: a2 ? [a2] : [], b: b2 ? [b2] : [] },
    ];
    expect(worded(factDifferences(a, b, aligned))).toEqual([
      'number: 12 / Two',
      'name: nothing / Maria Reis',
      'name: Volvo / nothing',
      'name: João Dias / nothing',
    ]);
  });

  it('are not the same facts told more or less exactly', () => {
    const full = articleOf('We heard that Prime Minister Ann Lee spoke on 3 May 2024 to the European Union for £5.');
    const brief = articleOf('We heard that Lee spoke in May to the EU for 5 pounds.');
    expect(factDifferences(full, brief, [{ a: full.prose.sentences, b: brief.prose.sentences }])).toEqual([]);
  });
});
