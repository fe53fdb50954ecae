import { expect, test } from 'vitest';
import { measure } from '../../scripts/eval/measure.ts';
import { evaluationText } from '../../scripts/eval/table.ts';
import { fixtureTask } from '../../scripts/eval/tasks.ts';

const NONE = { identical: 0, 'near-copy': 0, excerpt: 0, rewrite: 0 };

// The evaluation end to end, as `npm run eval -- --fixtures` runs it: the built command on all fixtures as one folder.
test('on the fixtures, all in one folder, the built command finds what their names say and nothing else', async () => {
  const measurement = await measure(fixtureTask(), { readings: [] });
  const table = evaluationText([measurement], ['both']);
  const { byLabel, byExpect, outside } = measurement.judgement.both;
  for (const { label, pairs, matched } of byLabel) {
    if (label === 'distinct' || label === 'missed') expect(matched, `${label}\n${table}`).toEqual(NONE);
    else expect(matched[label === 'template' ? 'near-copy' : (label as keyof typeof matched)], table).toBe(pairs);
  }
  expect(byExpect.duplicate.pairs).toBeGreaterThan(20);
  expect(outside, table).toBe(0);
  expect(measurement.seconds).toBeGreaterThan(0);
  expect(measurement.peakMiB).toBeGreaterThan(0);
});
