import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Result } from '../../src/model/result.ts';
import { findingsIn, findingsOfPair } from '../../src/report/findings.ts';
import { junit } from '../../src/report/junit.ts';
import { authority } from './authority.ts';
import { hostileResults } from './hostile.ts';
import { newsroom, noMatch } from './newsroom.ts';
import { resultOf } from './sample.ts';

const schema = authority('junit-10.xsd');
const report = (result: Result) => [...junit(findingsIn(result))].join('');

/** What xmllint says against these documents, by Jenkins' schema. */
async function problems(...documents: readonly string[]): Promise<readonly string[]> {
  const xml = documents.map((contents, i) => ({ fileName: `${i}.xml`, contents: new TextEncoder().encode(contents) }));
  return (await validateXML({ xml, schema })).errors.map(({ message }) => message);
}

describe('the JUnit report', () => {
  it('is valid by the schema of Jenkins, which refuses what is wrong', async () => {
    const comparisons = [noMatch, { match: newsroom.matches[1] as never }].map((each) =>
      [...junit(findingsOfPair(each))].join(''),
    );
    expect(await problems(report(newsroom), report(resultOf([], [])), ...comparisons)).toEqual([]);
    expect(await problems(report(newsroom).replace('<testcase ', '<test '))).not.toEqual([]);
  });

  it('fails a test for each finding, with its passages', () => {
    expect(report(newsroom)).toContain(
      '<testcase classname="wire/lynx.txt" name="excerpt of site/week-in-brief.md">\n      <failure type="excerpt" message="78 % of this article is in site/week-in-brief.md, 66 words in a row.">',
    );
    expect(report(newsroom)).toContain('\nwire/lynx.txt:3: A lynx that was seen twice near the reservoir');
  });

  it('passes template siblings, skips what was left out, and errs on what could not be read', () => {
    const xml = report(newsroom);
    expect(xml).toContain('<testsuites name="dedupe" tests="9" failures="6" errors="1">');
    expect(xml).toContain('<testcase classname="wire/dividend-brix.txt" name="template of wire/dividend-arlo.txt"/>');
    expect(xml).toContain('<skipped type="too-short" message="Not compared: too short, 12 words, fewer than 30.">');
    expect(xml).toContain('<error type="binary"');
  });

  it('has a test that passed where nothing was found: an empty report is taken for a broken one', () => {
    expect(report(resultOf([], []))).toContain('tests="1" failures="0"');
    expect(report(resultOf([], []))).toContain('name="no duplicates among 3 articles"/>');
  });

  it('is valid whatever the texts', async () => {
    const documents = fc.sample(hostileResults, 60).map(report);
    expect(await problems(...documents)).toEqual([]);
  });
});
