import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facts, factsIn, wordsInFacts } from '../../../src/match/facts/facts.ts';
import { articleOf } from '../articleOf.ts';

/** The facts of a text as "kind value". */
function read(text: string, language = 'en'): string[] {
  return facts(articleOf(text, 'a.txt', language)).map(({ kind, value }) => `${kind} ${value}`);
}

describe('numbers', () => {
  it('have one value however they are written', () => {
    for (const text of [
      'costs $900m now',
      'costs $900 million now',
      'costs 900 million dollars now',
      'costs 900,000,000 dollars now',
    ])
      expect(read(text)).toEqual(['number 900000000$']);
    for (const text of ['rose 12.5%', 'rose 12.5 percent', 'rose 12.5 per cent', 'rose 12.5 pct'])
      expect(read(text)).toEqual(['number 12.5%']);
    for (const text of ['all 1,000 houses', 'all 1000 houses', 'all 1 thousand houses'])
      expect(read(text)).toEqual(['number 1000']);
    for (const text of ['some 25 ships', 'some twenty-five ships']) expect(read(text)).toEqual(['number 25']);
  });

  it('are read by the sign that the language uses for thousands', () => {
    expect(read('alle 1.000 Orte und 2,5 Grad', 'de')).toEqual(['number 1000', 'number 2.5']);
    expect(read('all 1,000 towns and 2.5 degrees')).toEqual(['number 1000', 'number 2.5']);
    expect(read('in total 1,234,567.89 pounds')).toEqual(['number 1234567.89£']);
  });

  it('keep scores, times and fractions as written', () => {
    expect(read('won 2-1 at 10:30 for 3-1/2 points')).toEqual(['number 2-1', 'number 10:30', 'number 3-1/2']);
  });

  it('are spelled words in English only, and a lone one is a pronoun', () => {
    expect(read('six ships, one of them new')).toEqual(['number 6']);
    expect(read('one million people')).toEqual(['number 1000000']);
    expect(read('six bateaux', 'fr')).toEqual([]);
  });

  it('of any length are read', () => {
    const digits = '9'.repeat(400);
    expect(read(`exactly ${digits} grains`)).toEqual([`number ${digits}`]);
  });
});

describe('dates', () => {
  it('have one value however they are written', () => {
    for (const date of ['3 May 2024', 'May 3, 2024', '3rd of May 2024', 'May 3rd 2024', '2024-05-03'])
      expect(read(`signed on ${date} there`)).toEqual(['date 2024-5-3']);
  });

  it('say what they say and no more', () => {
    expect(read('on Tuesday, in April, in 1998, in the 1980s, on April six')).toEqual([
      'date tuesday',
      'date -4-',
      'date 1998--',
      'date 1980s',
      'date -4-6',
    ]);
  });

  it('are not the words that look like them', () => {
    expect(read('they may march in 3 groups')).toEqual(['number 3']);
    expect(read('said Theresa May yesterday')).toEqual(['name theresa may']);
    expect(read('it cost $1999 and 2000 km')).toEqual(['number 1999$', 'date 2000--']);
  });
});

describe('names', () => {
  it('are runs of capitalized words inside a sentence, small words included', () => {
    expect(read('The head of the Bank of England met Mr Leonardo da Vinci and his wife.')).toEqual([
      'name bank of england',
      'name leonardo da vinci',
    ]);
  });

  it('at the start of a sentence need support from elsewhere', () => {
    expect(read('Rescuers reached the village. Nobody was hurt.')).toEqual([]);
    expect(read('Oslo is cold. He lives in Oslo.')).toEqual(['name oslo', 'name oslo']);
    expect(read('Pope John spoke. The crowd cheered.')).toEqual(['name pope john']);
  });

  it('end with a possessive, and lose it', () => {
    expect(read('so Oliver Stone’s Platoon won')).toEqual(['name oliver stone', 'name platoon']);
  });

  it('may be acronyms anywhere, but not in headlines', () => {
    expect(read('NATO agreed. It was late.')).toEqual(['name nato']);
    expect(read('MINISTERS AGREE ON NEW PACT')).toEqual([]);
  });

  it('are not read where capitals say nothing', () => {
    expect(read('Der Minister sprach in der Stadt über die Lage.', 'de')).toEqual([]);
    expect(read('部长在北京说。', 'zh')).toEqual([]);
    expect(read('He said: “We agree.” Then I left.')).toEqual([]);
  });
});

describe('laws of facts', () => {
  const piece = fc.constantFrom(
    '$',
    '5',
    '1,000',
    'May',
    'of',
    'The',
    'NATO',
    'Oslo',
    'six',
    '-',
    '.',
    '“',
    'per',
    'cent',
    '%',
    '汉字',
    '\n\n',
    'A&',
  );
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(' '));

  it('they ascend, do not overlap and lie within their text', () => {
    fc.assert(
      fc.property(text, (some) => {
        const article = articleOf(some);
        let end = 0;
        for (const fact of facts(article)) {
          expect(fact.start).toBeGreaterThanOrEqual(end);
          expect(fact.end).toBeGreaterThan(fact.start);
          end = fact.end;
        }
        expect(end).toBeLessThanOrEqual(article.prose.text.length);
      }),
    );
  });

  it('those in a span are those whose start and end lie in it', () => {
    fc.assert(
      fc.property(text, fc.nat(100), fc.nat(100), (some, x, y) => {
        const all = facts(articleOf(some));
        const span = { start: Math.min(x, y), end: Math.max(x, y) };
        expect(factsIn(all, span)).toEqual(all.filter(({ start, end }) => start >= span.start && end <= span.end));
      }),
    );
  });

  it('the words of a fact are those it touches', () => {
    fc.assert(
      fc.property(text, (some) => {
        const article = articleOf(some);
        const all = facts(article);
        wordsInFacts(article, all).forEach((inside, i) => {
          const start = article.words.starts[i] as number;
          const end = article.words.ends[i] as number;
          expect(inside === 1).toBe(all.some((fact) => fact.start < end && fact.end > start));
        });
      }),
    );
  });

  it('a hundred thousand hostile tokens cost no more than their number', () => {
    for (const token of ['A-', "A'", '1,', 'A of ', '$', 'May '])
      expect(facts(articleOf(token.repeat(100_000))).length).toBeLessThanOrEqual(100_000);
  });
});
