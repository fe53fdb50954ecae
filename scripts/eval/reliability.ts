/**
 * `npm run eval:reliability`: whether the probability of a rewrite means what it says, and how many rewrites the
 * candidate search proposes; both on the report part. docs/evaluation.md says what the figures mean.
 */
import { parseArgs } from 'node:util';
import { completeSettings } from '../../src/config/completeSettings.ts';
import shipped from '../../src/match/rewrite/model.data.json' with { type: 'json' };
import { probability } from '../../src/match/rewrite/model.ts';
import { fittedPairs } from '../fit/pairs.ts';
import { type Bin, binOf, calibrationError, reliability, type Stated } from './calibration.ts';
import { type CandidateRecall, candidateRecall } from './candidateRecall.ts';
import { type Corpus, corporaFolder, loadCorpora } from './corpora.ts';
import { fillPage, markdownTable } from './markdown.ts';

const PAGE = 'docs/evaluation.md';
/** Texts that were made of others for fitting. */
const MADE = ['reordered', 'opening'];
/** Pairs that a rule calls no rewrites, or rewrites, and nobody has looked at. */
const BY_RULE = ['bulk', 'other-day', 'same-source'];
/** Made of articles of the bulk corpora, which lie in the folder already. */
const LENDER = 'one-outlet';
/** Of so many articles an archive is imagined, to see what the bands find beyond what is counted. */
const MILLION = 1_000_000;
const MOST_HOLDERS = 1_000;

/** The statements on one kind of pairs. */
interface Group {
  readonly name: string;
  readonly all: Bin;
  readonly bins: readonly Bin[];
  readonly calibrationError: number;
}

const { values: options } = parseArgs({
  options: {
    corpora: { type: 'string' },
    json: { type: 'boolean', default: false },
    docs: { type: 'boolean', default: false },
  },
});
const folder = corporaFolder(options.corpora);
if (folder === undefined) {
  process.stderr.write('reliability: no corpora here: name their folder by --corpora or DEDUPE_CORPORA\n');
  process.exitCode = 2;
} else await report(loadCorpora(folder));

async function report(corpora: readonly Corpus[]): Promise<void> {
  const recalls = await recallsOf(corpora);
  const groups = await groupsOf(corpora);
  const texts = {
    reliability: markdownTable(binRows((groups[0] as Group).bins)),
    'reliability by corpus': markdownTable(groupRows(groups)),
    'candidate recall': markdownTable(recallRows(recalls)),
  };
  const sections = Object.entries(texts).map(([name, text]) => `${name}\n\n${text}\n`);
  process.stdout.write(options.json ? `${JSON.stringify({ groups, recalls }, null, 2)}\n` : sections.join('\n'));
  if (options.docs) fillPage(PAGE, texts);
}

/** First all pairs that bear a label, then these by corpus, then those known by rule. */
async function groupsOf(corpora: readonly Corpus[]): Promise<Group[]> {
  const pairs = (await fittedPairs(corpora, 'report')).filter(({ label }) => !MADE.includes(label));
  const byName = new Map<string, Stated[]>([['all labelled', []]]);
  for (const { corpus, label, outcome, values } of pairs) {
    const stated = { probability: probability(shipped, values), outcome };
    const names = BY_RULE.includes(label) ? [`by rule: ${label}`] : ['all labelled', corpus];
    for (const name of names) byName.set(name, [...(byName.get(name) ?? []), stated]);
  }
  const isRule = (name: string): number => Number(name.startsWith('by rule'));
  return [...byName]
    .sort(([x], [y]) => isRule(x) - isRule(y))
    .map(([name, stated]) => {
      const bins = reliability(stated);
      return { name, all: binOf(stated, 0, 1), bins, calibrationError: calibrationError(bins) };
    });
}

/** Each corpus as a folder, all as one folder, and that as part of an archive of a million articles. */
async function recallsOf(corpora: readonly Corpus[]): Promise<CandidateRecall[]> {
  const config = completeSettings({}, '/');
  const together = corpora.filter(({ name }) => name !== LENDER);
  const recalls = await Promise.all([
    ...corpora.map((corpus) => candidateRecall(corpus.name, [corpus], 'report', config)),
    candidateRecall('all corpora', together, 'report', config),
    candidateRecall('all, as of a million', together, 'report', config, (articles) =>
      Math.round((MOST_HOLDERS * articles) / MILLION),
    ),
  ]);
  return recalls.filter((recall) => recall.corpora.length > 0);
}

function binRows(bins: readonly Bin[]): string[][] {
  return [
    ['stated', 'pairs', 'rewrites', 'mean stated', 'observed', '95 % interval'],
    ...bins.map((bin) => [
      `${bin.from} to ${bin.to}`,
      String(bin.pairs),
      String(bin.rewrites),
      decimal(bin.stated),
      decimal(bin.rewrites / bin.pairs),
      bin.interval.map(decimal).join(' to '),
    ]),
  ];
}

function groupRows(groups: readonly Group[]): string[][] {
  return [
    ['pairs', 'number', 'rewrites', 'mean stated', 'observed', '95 % interval', 'calibration error'],
    ...groups.map(({ name, all, calibrationError }) => [
      name,
      String(all.pairs),
      String(all.rewrites),
      decimal(all.stated),
      decimal(all.rewrites / all.pairs),
      all.interval.map(decimal).join(' to '),
      decimal(calibrationError),
    ]),
  ];
}

function recallRows(recalls: readonly CandidateRecall[]): string[][] {
  const row = (recall: CandidateRecall, corpus: string, rewrites: number, proposed: number): string[] => [
    recall.folder,
    String(recall.articles),
    (recall.candidates / recall.articles).toFixed(1),
    corpus,
    String(rewrites),
    String(proposed),
    decimal(proposed / rewrites),
  ];
  return [
    ['folder', 'articles', 'candidates an article', 'rewrites of', 'number', 'candidates', 'recall'],
    ...recalls.flatMap((recall) => {
      const own = recall.corpora.map(({ name, rewrites, proposed }) => row(recall, name, rewrites, proposed));
      if (own.length === 1) return own;
      const sum = (of: 'rewrites' | 'proposed'): number => recall.corpora.reduce((all, each) => all + each[of], 0);
      return [...own, row(recall, 'all', sum('rewrites'), sum('proposed'))];
    }),
  ];
}

function decimal(share: number): string {
  return share.toFixed(3);
}
