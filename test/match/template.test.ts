import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { haveOrdinaryWordsApart } from '../../src/match/ordinaryWords.ts';
import { differInFacts, isFilledTemplate, TEMPLATE_SHARE, templateShare } from '../../src/match/template.ts';
import { articleOf } from './articleOf.ts';

function siblings(a: string, b: string): boolean {
  const there = differInFacts(articleOf(a), articleOf(b));
  expect(differInFacts(articleOf(b), articleOf(a))).toBe(there);
  return there;
}

function share(a: string, b: string): number {
  const there = templateShare(articleOf(a), articleOf(b));
  expect(templateShare(articleOf(b), articleOf(a))).toBe(there);
  return there;
}

const match = (home: string, away: string, score: string, day: string): string =>
  `${home} beat ${away} ${score} on ${day} in front of a full house. The coach of ${home} praised the defence. The next match is in a week.`;

const earnings = `Shr 34 cts vs 21 cts
Net 1,200,000 vs 807,000
Revs 12.2 mln vs 10.1 mln
Note: year includes a gain of 132,000 dlrs from the sale of a plant`;

describe('template siblings', () => {
  it('differ in numbers, dates and names only', () => {
    expect(
      siblings(match('Riverton', 'Oakham', '2-1', 'Saturday'), match('Lowick', 'Port Ellis', '3-0', 'Sunday')),
    ).toBe(true);
    expect(siblings(earnings, earnings.replace('34', '1.19').replace('132,000', '98,500').replace('cts', 'dlrs'))).toBe(
      true,
    );
  });

  it('may have tables of other lengths', () => {
    expect(siblings('Wheat 2.55 2.40 4.65\nCorn 1.35 1.92', 'Wheat 2.64 2.41\nCorn 1.40 1.92 3.15 3.15')).toBe(true);
  });

  it('may hold more numbers, dates and names at a place', () => {
    const goals = (home: string) => `The goals for the home side were scored by ${home}. The visitors scored no goals.`;
    expect(siblings(goals('Dale Prentice (12, 40) and Wes Otieno (77)'), goals('Kofi Danso (5)'))).toBe(true);
    expect(siblings(goals('Dale Prentice (12, 40) and Wes Otieno (77)'), goals('a guest (5)'))).toBe(false);
  });

  it('may have names in a headline, which tells no name from other words', () => {
    const report = (headline: string, home: string, away: string) =>
      `${headline}\n\nThe match between ${home} and ${away} was played in rain. It is said that ${home} played well.`;
    const wendling = report('Wendling Town 2 Stoke Abbey 1', 'Wendling Town', 'Stoke Abbey');
    expect(siblings(wendling, report('Harbury 3 Linton Vale 1', 'Harbury', 'Linton Vale'))).toBe(true);
    expect(siblings(wendling, report('Harbury Shock Linton Vale 1', 'Harbury', 'Linton Vale'))).toBe(false);
  });

  it('may have longer names, joined by small words', () => {
    expect(
      siblings(
        'It is said that Pope and Talbot Inc is raising 40 mln dlrs.',
        'It is said that Guilford Inc is raising 75 mln dlrs.',
      ),
    ).toBe(true);
  });

  it('may have a for an and a plural where the number or name asks for it', () => {
    expect(
      siblings('The index rose 1 point in an Austrian market.', 'The index rose 7 points in a Belgian market.'),
    ).toBe(true);
  });

  it('differ in something', () => {
    expect(siblings(earnings, earnings)).toBe(false);
    expect(siblings(earnings, earnings.toUpperCase())).toBe(false);
  });

  it('are not articles in which other words were edited too', () => {
    const text = match('Riverton', 'Oakham', '2-1', 'Saturday');
    const other = match('Lowick', 'Port Ellis', '3-0', 'Sunday');
    expect(siblings(text, other.replace('praised', 'criticised'))).toBe(false);
    expect(siblings(text, other.replace('full house', 'full but quiet house'))).toBe(false);
    expect(siblings(text, `${other} However, two players were hurt.`)).toBe(false);
  });

  it('have no more names at the start of sentences than certain facts that differ', () => {
    expect(
      siblings(
        'Rescuers found the boat at noon. It had 4 aboard.',
        'Fishermen found the boat at noon. It had 4 aboard.',
      ),
    ).toBe(false);
  });
});

describe('share of what differs that is facts', () => {
  it('is high for two notices of one kind, also where one has other rows', () => {
    expect(
      share(
        earnings,
        `Shr 14 cts vs four cts
Net 1,474,000 vs 286,000
Revs 15.5 mln vs 1.4 mln
Avg shrs 10.6 mln vs 7.5 mln
Nine mths
Shr 38 cts vs eight cts
Net 3,387,000 vs 618,000
Revs 33.4 mln vs 2.9 mln`,
      ),
    ).toBeGreaterThan(TEMPLATE_SHARE);
  });

  it('is low for two tellings of one report', () => {
    expect(
      share(
        'The two countries signed a defence pact in Oslo on Monday. It lets each base 5,000 soldiers on the soil of the other.',
        'A military agreement allowing either nation to station 5,000 troops with its neighbour was concluded on Monday in Oslo.',
      ),
    ).toBeLessThan(0.2);
  });

  it('is 1 if only facts differ and 0 if nothing does', () => {
    expect(share(match('Riverton', 'Oakham', '2-1', 'Saturday'), match('Riverton', 'Oakham', '3-1', 'Sunday'))).toBe(1);
    expect(share(earnings, earnings)).toBe(0);
    expect(share('', '')).toBe(0);
  });
});

describe('ordinary words that only one has', () => {
  // What the facts are made of, what may stand in or beside them, and what may be taken for a form of something else.
  const pieces = fc.constantFrom(
    ...'the a an as goals goal was were said bank of England England. and Ellis Port Mr six twenty-one 2.1 40 mln dlrs'.split(
      ' ',
    ),
    ...'per cent $5 percent 3rd of May 2024 Monday, is rain. "rain the-bank bank, Rain It its x y’s O’Brien Émile über'.split(
      ' ',
    ),
    'rain.\n\nThe',
  );
  const text = fc.array(pieces, { minLength: 1, maxLength: 14 }).map((words) => words.join(' '));
  const edited = fc.tuple(text, fc.nat(), pieces).map(([one, at, piece]) => {
    const words = one.split(' ');
    words[at % words.length] = piece;
    return [one, words.join(' ')] as const;
  });

  it('rules out a template only where reading all the facts does', () => {
    fc.assert(
      fc.property(fc.oneof(edited, fc.tuple(text, text)), ([one, other]) => {
        const [a, b] = [articleOf(one), articleOf(other)];
        expect(haveOrdinaryWordsApart(a, b) && differInFacts(a, b)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('rule out a template that is told otherwise only where its share does', () => {
    fc.assert(
      fc.property(fc.oneof(edited, fc.tuple(text, text)), ([one, other]) => {
        const [a, b] = [articleOf(one), articleOf(other)];
        expect(isFilledTemplate(a, b)).toBe(templateShare(a, b) >= TEMPLATE_SHARE);
      }),
      { numRuns: 2000 },
    );
  });
});
