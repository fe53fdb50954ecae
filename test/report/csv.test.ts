import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/model/result.ts';
import { clean } from '../../src/report/clean.ts';
import { csvComparison, csvReport } from '../../src/report/csv.ts';
import { hostileResults } from './hostile.ts';
import { newsroom, noMatch } from './newsroom.ts';

/** Reads CSV as RFC 4180 defines it; anything else is an error. */
function read(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < csv.length) {
    const field = /"((?:[^"]|"")*)"|[^",\r\n]*/y;
    field.lastIndex = at;
    const [whole = '', quoted] = field.exec(csv) ?? [];
    at += whole.length;
    row.push(quoted === undefined ? whole : quoted.replaceAll('""', '"'));
    if (csv[at] === ',') at += 1;
    else if (csv.startsWith('\r\n', at)) {
      at += 2;
      rows.push(row);
      row = [];
    } else throw new Error(`neither a comma nor a line's end at ${at}: ${JSON.stringify(csv.slice(at, at + 20))}`);
  }
  return rows;
}

const rows = (result: Result) => read([...csvReport(result)].join(''));

describe('the CSV report', () => {
  const [header = [], ...body] = rows(newsroom);
  const cell = (row: string[] | undefined, name: string) => row?.[header.indexOf(name)];
  const row = (b: string) => body.find((each) => cell(each, 'b') === b);

  it('is a header and a row for each match, all of one length', () => {
    expect(body).toHaveLength(newsroom.matches.length);
    for (const each of body) expect(each).toHaveLength(header.length);
    expect(read([...csvComparison(noMatch)].join(''))).toEqual([header]);
  });

  it('tells relation, score, cluster, lines and titles', () => {
    const bridge = body.find(
      (each) => cell(each, 'a') === 'site/news/harbour-bridge.md' && cell(each, 'relation') === 'near-copy',
    );
    expect(bridge?.slice(0, 7)).toEqual([
      'near-copy',
      '0.8312',
      'site/news/harbour-bridge.md',
      'wire/harbour-bridge.txt',
      '6f2d1c0b9a8e7d5c',
      '',
      '',
    ]);
    expect(cell(bridge, 'titleOfB')).toBe('Harbour bridge to close for eleven weeks');
    expect([cell(row('wire/lynx.txt'), 'lineOfA'), cell(row('wire/lynx.txt'), 'lineOfB')]).toEqual(['5', '3']);
    expect(cell(row('wire/dividend-brix.txt'), 'template')).toBe('yes');
    expect(cell(row('wire/lynx.txt'), 'cluster')).toBe('');
  });

  it('says every cell back as it was, without what steers a terminal or a runner, and lets none begin a formula, whatever the texts', () => {
    fc.assert(
      fc.property(hostileResults, (result) => {
        const [, ...all] = rows(result);
        expect(all).toHaveLength(result.matches.length);
        for (const [i, each] of all.entries()) {
          for (const text of each) expect(text).not.toMatch(/^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/);
          expect(cell(each, 'a')?.replace(/^'/, '')).toBe(clean(result.matches[i]?.a ?? '').replace(/^'/, ''));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('marks what would be a formula as text', () => {
    const evil = JSON.parse(JSON.stringify(newsroom).replaceAll('wire/lynx.txt', '=HYPERLINK(1)'));
    expect(rows(evil).flat()).toContain("'=HYPERLINK(1)");
  });
});
