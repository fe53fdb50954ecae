import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Comparison, Shortfall } from '../../src/model/match.ts';
import { jsonComparison, jsonReport, jsonReportPieces } from '../../src/report/json.ts';
import { setAsideWords, skipWords } from '../../src/report/skips.ts';
import { manyClusters } from './many.ts';
import { matches, newsroom, noMatch } from './newsroom.ts';
import { quote } from './sample.ts';

const schema = JSON.parse(readFileSync(new URL('../../src/report/result.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
const tool = { name: 'dedupe', version: '1.2.3' };

/** What the schema says against a JSON text; null if nothing. */
function problems(json: string): unknown {
  return validate(JSON.parse(json)) ? null : validate.errors;
}

/** A real report, changed at one place. */
function broken(change: (report: Record<string, unknown> & { matches: object[] }) => void): string {
  const report = JSON.parse(jsonReport(newsroom, tool));
  change(report);
  return JSON.stringify(report);
}

describe('the JSON report', () => {
  it('is valid by its schema for every relation and every kind of evidence', () => {
    const kinds = new Set(newsroom.matches.map((match) => match.evidence.kind));
    expect([...kinds].sort()).toEqual(['excerpt', 'identical', 'near-copy', 'rewrite']);
    expect(problems(jsonReport(newsroom, tool))).toBeNull();
  });

  it('is valid for every kind of diff block', () => {
    const a = { path: 'a.txt', text: 'One.\n\nTwo.\n\nThree.' };
    const moved = { kind: 'moved', a: quote(a, 'One.'), b: quote(a, 'Three.') } as const;
    const match = matches.nearCopy;
    if (match.evidence.kind !== 'near-copy') throw new Error('no near-copy');
    const diff = [...match.evidence.diff, moved];
    expect(new Set(diff.map((block) => block.kind))).toEqual(new Set(['same', 'changed', 'only-a', 'only-b', 'moved']));
    expect(problems(jsonComparison({ match: { ...match, evidence: { ...match.evidence, diff } } }, tool))).toBeNull();
  });

  it('is valid for every reason to skip and to set aside, and the schema knows no other', () => {
    expect(schema.$defs.skip.properties.reason.enum).toEqual(Object.keys(skipWords));
    expect(schema.$defs.setAside.properties.reason.enum).toEqual(Object.keys(setAsideWords));
  });

  it('is invalid once a field is missing, misspelt, of another type or out of range', () => {
    expect(problems(broken(() => {}))).toBeNull();
    expect(problems(broken((report) => delete report.guarantee))).not.toBeNull();
    expect(problems(broken((report) => Object.assign(report, { matchs: [] })))).not.toBeNull();
    expect(problems(broken((report) => Object.assign(report.matches[0] as object, { score: 1.2 })))).not.toBeNull();
    expect(
      problems(broken((report) => Object.assign(report.matches[0] as object, { relation: 'copy' }))),
    ).not.toBeNull();
    expect(problems(broken((report) => Object.assign(report, { schemaVersion: 2 })))).not.toBeNull();
    expect(problems(broken((report) => delete (report.matches[0] as { evidence?: object }).evidence))).not.toBeNull();
  });

  it('begins with the version of its schema and has its keys in a fixed order', () => {
    const json = jsonReport(newsroom, tool);
    expect(json.startsWith('{\n  "schemaVersion": 1,\n  "tool": {\n    "name": "dedupe",')).toBe(true);
    expect(Object.keys(JSON.parse(json))).toEqual([
      'schemaVersion',
      'tool',
      'settings',
      'guarantee',
      'summary',
      'clusters',
      'matches',
      'suppressed',
      'idleSuppressions',
      'misread',
      'skipped',
      'setAside',
    ]);
  });

  it('does not depend on the order in which a value got its keys', () => {
    const turned = newsroom.matches.map((match) => Object.fromEntries(Object.entries(match).reverse()) as typeof match);
    expect(jsonReport({ ...newsroom, matches: turned }, tool)).toBe(jsonReport(newsroom, tool));
  });

  it('is laid out as JSON.stringify lays it out with two spaces, also where lists are empty', () => {
    for (const result of [newsroom, { ...newsroom, clusters: [], matches: [], skipped: [], setAside: [] }]) {
      const json = jsonReport(result, tool);
      expect(json).toBe(`${JSON.stringify(JSON.parse(json), null, 2)}\n`);
    }
  });

  it('comes in pieces no longer than one cluster or match', () => {
    const pieces = [...jsonReportPieces(manyClusters(40), tool)];
    expect(pieces.join('')).toBe(jsonReport(manyClusters(40), tool));
    const longest = Math.max(...Object.values(matches).map((match) => JSON.stringify(match, null, 6).length * 1.5));
    for (const piece of pieces) expect(piece.length).toBeLessThan(longest);
  });

  it('gives scores with four decimals', () => {
    const [match] = newsroom.matches.filter(({ score }) => score === 0.8312345);
    expect(match).toBeDefined();
    expect(jsonReport(newsroom, tool)).toContain('"score": 0.8312,');
    expect(jsonReport(newsroom, tool)).not.toMatch(/\d\.\d{5}/);
  });

  it('gives every quoted passage with its offsets, line and text', () => {
    const report = JSON.parse(jsonReport(newsroom, tool));
    const excerpt = report.matches.find((match: { relation: string }) => match.relation === 'excerpt');
    const { a } = excerpt.evidence.passages[0];
    expect(a.end - a.start).toBe(a.text.length);
    expect(a.line).toBe(5);
  });
});

describe('the JSON comparison', () => {
  it('is valid for a match of each relation, and for none', () => {
    for (const match of Object.values(matches)) expect(problems(jsonComparison({ match }, tool))).toBeNull();
    expect(problems(jsonComparison(noMatch, tool))).toBeNull();
  });

  it('is valid for every shortfall', () => {
    const shortfalls: Shortfall[] = [
      { relation: 'identical', cause: 'other-words' },
      { relation: 'near-copy', cause: 'low-jaccard', value: 0.1, threshold: 0.4 },
      { relation: 'excerpt', cause: 'low-containment', value: 0.1, threshold: 0.5 },
      { relation: 'excerpt', cause: 'short-witness', value: 7, threshold: 30 },
      { relation: 'rewrite', cause: 'low-probability', value: 0.1, threshold: 0.5 },
      { relation: 'rewrite', cause: 'too-short', value: 12, threshold: 30 },
      { relation: 'rewrite', cause: 'other-language', a: 'en', b: 'de' },
      { relation: 'rewrite', cause: 'other-subject' },
      { relation: 'rewrite', cause: 'template' },
      { relation: 'excerpt', cause: 'too-short', value: 12, threshold: 30 },
      { relation: 'rewrite', cause: 'other-relation', is: 'near-copy' },
    ];
    expect(problems(jsonComparison({ ...noMatch, shortfalls } as Comparison, tool))).toBeNull();
  });

  it('never rounds what fell short up to the threshold that it missed', () => {
    const shortfalls: Shortfall[] = [{ relation: 'near-copy', cause: 'low-jaccard', value: 0.39999, threshold: 0.4 }];
    const json = JSON.parse(jsonComparison({ ...noMatch, shortfalls } as Comparison, tool));
    expect(json.shortfalls[0].value).toBe(0.3999);
  });
});
