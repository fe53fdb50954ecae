import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/model/result.ts';
import { findingsIn, findingsOfPair } from '../../src/report/findings.ts';
import { gitlab } from '../../src/report/gitlab.ts';
import { authority } from './authority.ts';
import { hostileResults } from './hostile.ts';
import { newsroom, noMatch } from './newsroom.ts';
import { resultOf } from './sample.ts';

const validate = new Ajv2020({ allErrors: true, strictRequired: false }).compile(
  JSON.parse(authority('gitlab-code-quality.schema.json')),
);
const issues = (result: Result) => JSON.parse([...gitlab(findingsIn(result))].join(''));
const problems = (value: unknown) => (validate(value) ? null : validate.errors);

describe('the GitLab code quality report', () => {
  it('is an array of issues as GitLab documents them, and an empty one where nothing was found', () => {
    expect(problems(issues(newsroom))).toBeNull();
    expect(problems([{ ...issues(newsroom)[0], severity: 'high' }])).not.toBeNull();
    expect(issues(resultOf([], []))).toEqual([]);
    expect([...gitlab(findingsOfPair(noMatch))].join('')).toBe('[]\n');
  });

  it('weighs what words prove over what a model says, and templates least', () => {
    const severities = issues(newsroom).map((issue: { check_name: string; severity: string }) => [
      issue.check_name,
      issue.severity,
    ]);
    expect(Object.fromEntries(severities)).toEqual({
      'dedupe/identical': 'major',
      'dedupe/near-copy': 'major',
      'dedupe/excerpt': 'minor',
      'dedupe/rewrite': 'minor',
      'dedupe/template': 'info',
      'dedupe/binary': 'minor',
    });
  });

  it('points at the lines of the article to look at, and tells the other ones', () => {
    const issue = issues(newsroom).find(
      (each: { location: { path: string } }) => each.location.path === 'wire/lynx.txt',
    );
    expect(issue).toMatchObject({
      description: '78 % of this article is in site/week-in-brief.md, 66 words in a row.',
      location: { path: 'wire/lynx.txt', lines: { begin: 3, end: 3 } },
      other_locations: [{ path: 'site/week-in-brief.md', lines: { begin: 5, end: 5 } }],
    });
  });

  it('gives each issue a fingerprint of its own, the same in every run', () => {
    const prints = issues(newsroom).map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    expect(new Set(prints).size).toBe(prints.length);
    expect(issues(newsroom).map(({ fingerprint }: { fingerprint: string }) => fingerprint)).toEqual(prints);
  });

  it('is valid whatever the texts', () => {
    fc.assert(
      fc.property(hostileResults, (result) => {
        expect(problems(issues(result))).toBeNull();
        expect(JSON.stringify(issues(result))).not.toMatch(/\\ud[89a-f]/i);
      }),
      { numRuns: 60 },
    );
  });
});
