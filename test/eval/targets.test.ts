import { expect, test } from 'vitest';
import type { Judgement, Tally } from '../../scripts/eval/judge.ts';
import type { Measurement } from '../../scripts/eval/measure.ts';
import { evaluationText } from '../../scripts/eval/table.ts';
import { outcomes } from '../../scripts/eval/targets.ts';

function tally(rewrite: number, pairs: number): Tally {
  return { pairs, matched: { identical: 0, 'near-copy': 0, excerpt: 0, rewrite }, abstained: 0 };
}

function judgement(found: number, of: number): Judgement {
  return {
    articles: 2 * of,
    skipped: 0,
    byLabel: [{ label: 'told-twice', expect: 'duplicate', ...tally(found, of) }],
    byExpect: { duplicate: tally(found, of), not: tally(0, 0), grey: tally(0, 0) },
    within: 0,
    outside: 1,
  };
}

function measurement(name: string, tune: Judgement, report: Judgement): Measurement {
  return {
    name,
    settings: { relations: ['rewrite'], threshold: 0.4, rewriteThreshold: 0.5, minWords: 30 },
    seconds: 1.25,
    peakMiB: 100,
    matches: { rewrite: 9 },
    skipped: {},
    judgement: { tune, report, both: judgement(150, 200) },
  };
}

test('a target is judged on the report part', () => {
  const [missed] = outcomes([measurement('onestopenglish', judgement(100, 100), judgement(50, 100))]);
  expect(missed).toMatchObject({ what: 'found', goal: '>= 0.98', ok: false });
  expect(missed?.figures.report).toEqual({ value: 0.5, count: 50, of: 100 });
  const [reached] = outcomes([measurement('onestopenglish', judgement(50, 100), judgement(99, 100))]);
  expect(reached?.ok).toBe(true);
});

test('a run that was not measured, or has nothing to measure, has no outcome', () => {
  expect(outcomes([])).toEqual([]);
  expect(outcomes([measurement('one-outlet', judgement(1, 1), judgement(1, 1))])).toEqual([]);
});

test('false alarms are counted per 300 articles', () => {
  const [, alarms] = outcomes([measurement('fnc1-stories', judgement(1, 1), judgement(100, 100))]);
  expect(alarms).toMatchObject({ what: 'across stories per 300', ok: false });
  expect(alarms?.figures.report?.value).toBe(1.5);
});

test('the table shows each label by part, with the pairs behind every share', () => {
  const text = evaluationText(
    [measurement('onestopenglish', judgement(100, 100), judgement(50, 100))],
    ['tune', 'report'],
  );
  const row = text.split('\n').find((line) => line.startsWith('told-twice'));
  expect(row?.split(/\s+/)).toEqual('told-twice duplicate 100 1.000 0/0/0/100 0 100 0.500 0/0/0/50 0'.split(' '));
  expect(text).toContain('== onestopenglish: 400 articles, 1.3 s, peak 100 MiB');
  expect(text).toMatch(
    /onestopenglish: found +1\.000 \(100\/100\) +0\.500 \(50\/100\) +0\.750 \(150\/200\) +>= 0\.98 +miss/,
  );
});
