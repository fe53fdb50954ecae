import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../src/config/settings.ts';
import { relationAt } from '../src/match/relationAt.ts';
import type { Exploration, Result } from '../src/model/result.ts';
import { findDuplicates } from '../src/pipeline.ts';
import { jsonReport } from '../src/report/json.ts';

const cwd = resolve(import.meta.dirname, '..');
const scan = (settings: Settings = {}) => findDuplicates('fixtures', { cwd, ...settings });
const tool = { name: 'dedupe', version: '0' };
const explored = await scan({ explore: true });
const exploration = explored.exploration as Exploration;

/** The pairs that saved scores give at these thresholds, as a scan would report them. */
function pairsAt(thresholds: Exploration['thresholds'], relations = explored.settings.relations): string[] {
  return exploration.scores.flatMap((scores) => {
    const match = relationAt(scores, thresholds, relations);
    return match ? [`${scores.a} ${scores.b} ${match.relation} ${match.score} ${match.template ?? false}`] : [];
  });
}

function pairsOf({ matches }: Result): string[] {
  return matches
    .filter(({ relation }) => relation !== 'identical')
    .map(({ a, b, relation, score, template }) => `${a} ${b} ${relation} ${score} ${template ?? false}`);
}

/** Time for two scans on a busy machine. */
const SCANS = 30_000;

describe('what is kept to explore a result', () => {
  it('changes nothing of the result', async () => {
    expect(jsonReport(explored, tool)).toBe(jsonReport(await scan(), tool));
  });

  it('gives at the thresholds of the scan the pairs of the scan', () => {
    expect(pairsOf(explored).length).toBeGreaterThan(20);
    expect(pairsAt(exploration.thresholds)).toEqual(pairsOf(explored));
  });

  it.each([
    [0.2, 0.3],
    [0.25, 0.9],
    [0.55, 0.45],
    [0.8, 0.6],
    [1, 1],
  ])(
    'gives at other thresholds what a scan at these gives: near-copy %d, rewrite %d',
    async (threshold, rewrite) => {
      const scanned = await scan({ threshold, rewriteThreshold: rewrite });
      expect(pairsAt({ ...exploration.thresholds, 'near-copy': threshold, rewrite })).toEqual(pairsOf(scanned));
    },
    SCANS,
  );

  it('holds the texts of the articles that match, with their lines, in path order', () => {
    const paths = exploration.articles.map(({ path }) => path);
    expect(paths).toEqual([...new Set(paths)].sort());
    expect(paths).toEqual(expect.arrayContaining(explored.matches.flatMap(({ a, b }) => [a, b])));
    const pact = exploration.articles.find(({ path }) => path === 'fixtures/rewrite.defence-pact/meridian-post.txt');
    const text = pact?.text;
    expect(text?.sentences.map(({ start, end }) => text.text.slice(start, end))).toContain(
      "On Tuesday Marshal Teodor Vasz received Kelmar's premier, Ilan Dorsk, at a ceremony in Port Selene.",
    );
    expect(text?.lines.length).toBe(text?.paragraphs.length);
    expect(text?.lines).toContain(12);
  });
});
