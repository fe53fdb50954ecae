import { rightOf } from './blind.ts';
import { matchedPairs, per300, type Share } from './judge.ts';
import type { Measurement } from './measure.ts';
import type { Expect } from './read.ts';

/** A figure as a fraction, so that its weight can be seen; `of` is 1 where it is a plain number. */
interface Figure {
  readonly value: number;
  readonly count: number;
  readonly of: number;
}

interface Target {
  readonly run: string;
  readonly what: string;
  readonly sign: '>=' | '<=';
  readonly goal: number;
  readonly figure: (measurement: Measurement, share: Share) => Figure | undefined;
}

/** A target beside what was measured; `ok` is judged on the report part. */
export interface Outcome {
  readonly run: string;
  readonly what: string;
  readonly goal: string;
  readonly figures: Readonly<Partial<Record<Share, Figure>>>;
  readonly ok: boolean;
}

/** What the evaluation asks of the command. */
const TARGETS: readonly Target[] = [
  { run: 'pact', what: 'found', sign: '>=', goal: 1, figure: matched('duplicate') },
  { run: 'pact', what: 'matches with ten strangers', sign: '<=', goal: 0, figure: strangers },
  { run: 'onestopenglish', what: 'found', sign: '>=', goal: 0.98, figure: matched('duplicate') },
  { run: 'sheepdog-llm-news', what: 'found', sign: '>=', goal: 0.85, figure: matched('duplicate') },
  { run: 'mixset', what: 'found', sign: '>=', goal: 0.85, figure: matched('duplicate') },
  { run: 'clough-stevenson', what: 'found', sign: '>=', goal: 0.78, figure: matched('duplicate') },
  { run: 'clough-stevenson', what: 'not, flagged', sign: '<=', goal: 0, figure: matched('not') },
  { run: 'fnc1-stories', what: 'found', sign: '>=', goal: 0.97, figure: matched('duplicate') },
  { run: 'fnc1-stories', what: 'across stories per 300', sign: '<=', goal: 1, figure: outside },
  { run: 'one-outlet', what: 'not, flagged', sign: '<=', goal: 0.05, figure: matched('not') },
  { run: 'ecbplus', what: 'not, flagged', sign: '<=', goal: 0.001, figure: matched('not') },
  { run: 'fakenews-amt-celebrity', what: 'not, flagged', sign: '<=', goal: 0.01, figure: matched('not') },
  { run: 'semeval2022-task8', what: 'not, flagged', sign: '<=', goal: 0.01, figure: matched('not') },
  { run: 'bbc2225', what: 're-posts found', sign: '>=', goal: 1, figure: matched('duplicate') },
  { run: 'bbc2225', what: 're-posts, clusters right', sign: '>=', goal: 1, figure: clustersRight },
  { run: 'reuters21578', what: 'notices as rewrites', sign: '<=', goal: 0, figure: noticesAsRewrites },
  { run: 'archive', what: 'the pact pair found', sign: '>=', goal: 1, figure: matched('duplicate', 'telling') },
  { run: 'archive', what: 'rewrites right, of those read', sign: '>=', goal: 0.7, figure: rewritesRight },
  { run: 'archive', what: 'seconds', sign: '<=', goal: 20, figure: ({ seconds }) => plain(seconds) },
  { run: 'archive', what: 'peak MiB', sign: '<=', goal: 1024, figure: ({ peakMiB }) => plain(peakMiB) },
  { run: 'bulk', what: 'seconds', sign: '<=', goal: 60, figure: ({ seconds }) => plain(seconds) },
];

/** The targets of the runs that were measured. Those that know no parts are judged as a whole. */
export function outcomes(measurements: readonly Measurement[]): Outcome[] {
  return TARGETS.flatMap(({ run, what, sign, goal, figure }) => {
    const measurement = measurements.find(({ name }) => name === run);
    if (measurement === undefined) return [];
    const figures: Partial<Record<Share, Figure>> = {};
    for (const share of ['tune', 'report', 'both'] as const) {
      const measured = figure(measurement, share);
      if (measured !== undefined) figures[share] = measured;
    }
    const judged = figures.report ?? figures.both;
    if (judged === undefined) return [];
    return [
      { run, what, goal: `${sign} ${goal}`, figures, ok: sign === '>=' ? judged.value >= goal : judged.value <= goal },
    ];
  });
}

function matched(expect: Expect, label?: string): Target['figure'] {
  return ({ judgement }, share) => {
    const { byExpect, byLabel } = judgement[share];
    const tally = label === undefined ? byExpect[expect] : byLabel.find((row) => row.label === label);
    return tally && fraction(matchedPairs(tally), tally.pairs);
  };
}

function outside({ judgement }: Measurement, share: Share): Figure {
  const { outside, articles } = judgement[share];
  return { value: per300(outside, articles), count: outside, of: articles };
}

function strangers({ strangers }: Measurement, share: Share): Figure | undefined {
  return share === 'both' && strangers
    ? { value: strangers.matched, count: strangers.matched, of: strangers.compared }
    : undefined;
}

function clustersRight({ reposts }: Measurement, share: Share): Figure | undefined {
  return share === 'both' && reposts ? fraction(reposts.right, reposts.groups) : undefined;
}

function noticesAsRewrites({ notices }: Measurement, share: Share): Figure | undefined {
  return share === 'both' && notices ? plain(notices.rewrites) : undefined;
}

function rewritesRight({ rewrites }: Measurement, share: Share): Figure | undefined {
  if (rewrites === undefined) return undefined;
  const { right, read } = rightOf(rewrites[share]);
  return fraction(right, read);
}

function fraction(count: number, of: number): Figure | undefined {
  return of === 0 ? undefined : { value: count / of, count, of };
}

function plain(value: number): Figure {
  return { value, count: value, of: 1 };
}
