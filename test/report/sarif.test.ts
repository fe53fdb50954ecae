import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExplainedMatch } from '../../src/model/match.ts';
import type { Result } from '../../src/model/result.ts';
import { findingsIn, findingsOfPair } from '../../src/report/findings.ts';
import { sarif } from '../../src/report/sarif.ts';
import { authority } from './authority.ts';
import { hostileResults } from './hostile.ts';
import { matches, newsroom, noMatch } from './newsroom.ts';
import { resultOf } from './sample.ts';

// The schema is of draft 4, from which these two words alone set it apart in what it uses.
const { $schema: _, id: __, ...schema } = JSON.parse(authority('sarif-2.1.0.schema.json'));
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

const tool = { name: 'dedupe', version: '1.2.3' };
const log = (result: Result) => JSON.parse([...sarif(findingsIn(result), tool)].join(''));
const problems = (value: unknown) => (validate(value) ? null : validate.errors);

describe('the SARIF log', () => {
  const { results, tool: made, invocations } = log(newsroom).runs[0];
  const about = (path: string) =>
    results.find((result: { properties: { article: string } }) => result.properties.article === path);

  it('is valid by the schema of the standard, which refuses what is wrong', () => {
    expect(problems(log(newsroom))).toBeNull();
    expect(problems(log(resultOf([], [])))).toBeNull();
    for (const match of [matches.rewrite, noMatch.match])
      expect(
        problems(JSON.parse([...sarif(findingsOfPair({ ...noMatch, match } as typeof noMatch), tool)].join(''))),
      ).toBeNull();
    const broken = log(newsroom);
    broken.runs[0].results[0].locations[0].physicalLocation.region.startLine = 0;
    expect(problems(broken)).not.toBeNull();
  });

  it('has a rule with a help text for every relation and for templates, and each result names its own', () => {
    expect(made.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
      'identical',
      'near-copy',
      'excerpt',
      'rewrite',
      'template',
    ]);
    for (const { help, shortDescription } of made.driver.rules) {
      expect(help.text.length).toBeGreaterThan(40);
      expect(help.markdown).toContain(shortDescription.text);
    }
    for (const { ruleId, ruleIndex } of results) expect(made.driver.rules[ruleIndex].id).toBe(ruleId);
  });

  it('warns of duplicates, and only notes a template', () => {
    const levels = new Map(results.map((result: { ruleId: string; level: string }) => [result.ruleId, result.level]));
    expect(Object.fromEntries(levels)).toEqual({
      identical: 'warning',
      'near-copy': 'warning',
      excerpt: 'warning',
      rewrite: 'warning',
      template: 'note',
    });
  });

  it('points at the passages of the article that is not the representative, and leads to those of the other', () => {
    const { locations, relatedLocations, message } = about('site/news/harbour-bridge.md');
    expect(locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'site/news/harbour-bridge.md' },
          region: { startLine: 1, endLine: 1 },
        },
      },
    ]);
    expect(relatedLocations[0].physicalLocation.artifactLocation.uri).toBe('wire/harbour-bridge.txt');
    expect(relatedLocations[1].message.text).toMatch(/^like line 3: The harbour bridge in Calder Quay/);
    expect(message.text).toBe('A near-copy of [wire/harbour-bridge.txt](0): 83 % of their 5-word shingles are shared.');
  });

  it('points at an excerpt in the article that is held', () => {
    const { locations } = about('wire/lynx.txt');
    expect(locations[0].physicalLocation.region).toEqual({ startLine: 3, endLine: 3 });
  });

  it('tells what was not compared as notifications', () => {
    expect(invocations[0].toolExecutionNotifications).toMatchObject([
      { level: 'note', message: { text: 'wire/flash.txt was not compared: too short, 12 words, fewer than 30.' } },
      { level: 'warning', message: { text: expect.stringContaining('wire/logo.txt') } },
    ]);
  });

  it('knows a finding again when lines move, texts are edited and the relation changes', () => {
    const moved = JSON.parse(JSON.stringify(newsroom), (key, value) =>
      key === 'line' || key === 'endLine' || key.startsWith('lineOf') ? value + 40 : value,
    );
    const edited = {
      ...newsroom,
      matches: newsroom.matches.map((match): ExplainedMatch => ({ ...match, score: 0.5 })),
    };
    const prints = (result: Result) =>
      log(result).runs[0].results.map((each: { partialFingerprints: object }) => each.partialFingerprints);
    expect(prints(moved)).toEqual(prints(newsroom));
    expect(prints(edited)).toEqual(prints(newsroom));
    expect(new Set(prints(newsroom).map((each: object) => JSON.stringify(each))).size).toBe(results.length);
  });

  it('gives a record of a JSONL file by its file and line', () => {
    const [a, b] = ['in/a.jsonl#x #1', 'in/a.jsonl#y'];
    const match: ExplainedMatch = {
      ...matches.identical,
      a,
      b,
      evidence: { kind: 'identical', sameBytes: true, lineOfA: 7, lineOfB: 9 },
    };
    const [result] = log(resultOf([], [match])).runs[0].results;
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'in/a.jsonl' },
      region: { startLine: 9, endLine: 9 },
    });
    expect(result.relatedLocations[0].physicalLocation.region.startLine).toBe(7);
  });

  it('is valid whatever the texts, and what an article says is no link and no placeholder', () => {
    fc.assert(
      fc.property(hostileResults, (result) => {
        const made = log(result);
        expect(problems(made)).toBeNull();
        for (const { message, locations } of made.runs[0].results) {
          const unescaped = message.text.replace(/\\[\\[\]]/g, '');
          expect(unescaped.match(/\[[^[\]]*\]\([^)]*\)/g)).toHaveLength(1);
          expect(unescaped.replaceAll('{{', '').replaceAll('}}', '')).not.toMatch(/[{}]/);
          expect(() => decodeURIComponent(locations[0].physicalLocation.artifactLocation.uri)).not.toThrow();
        }
      }),
      { numRuns: 60 },
    );
  });
});
