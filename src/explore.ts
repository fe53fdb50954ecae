import { articleAgain } from './articleAgain.ts';
import type { Config } from './config/config.ts';
import type { Progress } from './config/settings.ts';
import { lineAt } from './extract/prose.ts';
import { EXCERPT_CONTAINMENT } from './lsh/candidates.ts';
import { pairUp } from './lsh/pairUp.ts';
import { scorePair } from './match/scorePair.ts';
import type { Subject } from './match/subject.ts';
import type { Article, ArticleText, CorpusStats, ExploredArticle } from './model/article.ts';
import type { Candidate, Match, Pair } from './model/match.ts';
import type { Exploration, PairScores, Thresholds } from './model/result.ts';
import type { Surveyed } from './store/surveyed.ts';
import { compareText } from './summarize.ts';

/**
 * Scores are kept from this share of the thresholds on: half is as far as one would look for what was just missed, and
 * at half of the default threshold one word in six was changed. For excerpts the contract's bound is the least.
 */
const FLOOR = 0.5;

/** Code units of all texts kept: a browser opens a page of so many in about a second, and few folders' matches have more. */
const MOST_TEXT = 16 * 1024 * 1024;

/**
 * What it takes to explore a result without its articles: scores of the pairs at and somewhat under the thresholds, and
 * the texts of the articles in them, read once more. Changes nothing of the result itself.
 *
 * @param pairs the candidates that were verified; `subjects` are what their indexes point to
 * @param articles those that took part
 * @param isOpen whether a pair, by the ids, may be reported
 */
export async function explore(
  matches: readonly Match[],
  pairs: readonly Candidate[],
  subjects: readonly Subject[],
  articles: readonly Surveyed[],
  stats: CorpusStats,
  config: Config,
  isOpen: (a: string, b: string) => boolean,
  tell: (progress: Progress) => void,
): Promise<Exploration> {
  const { relations, threshold, rewriteThreshold } = config.match;
  const thresholds: Thresholds = { 'near-copy': threshold, excerpt: EXCERPT_CONTAINMENT, rewrite: rewriteThreshold };
  const floors = { ...thresholds, 'near-copy': threshold * FLOOR, rewrite: rewriteThreshold * FLOOR };

  // What is a candidate at the lower threshold only is no rewrite of a run at any threshold that a page can set.
  const lower = { ...config.match, relations: ['near-copy'] as const, threshold: floors['near-copy'] };
  const more = relations.includes('near-copy') ? pairUp(subjects, stats, lower, () => {}).pairs : [];
  const verified = new Set(pairs.map(keyOf));
  const idAt = (index: number): string => (subjects[index] as Subject).fingerprint.source.id;
  const candidates = [...pairs, ...more.filter((pair) => !verified.has(keyOf(pair)))].filter(({ a, b }) =>
    isOpen(idAt(a), idAt(b)),
  );

  const scores: PairScores[] = [];
  for (const [done, pair] of candidates.entries()) {
    const [a, b] = [subjects[pair.a] as Subject, subjects[pair.b] as Subject];
    const scored = await scorePair(a, b, floors, pair.sharesTerms);
    if (scored !== null) scores.push(scored);
    tell({ stage: 'score', done: done + 1, total: candidates.length, found: scores.length, unit: 'pairs' });
  }
  scores.sort((x, y) => compareText(x.a, y.a) || compareText(x.b, y.b));
  return { articles: await withTexts(matches, scores, articles, stats, config), scores, floors, thresholds };
}

/** Texts are kept in the order of the matches, so long as all together stay within bounds; then those that only score. */
async function withTexts(
  matches: readonly Match[],
  scores: readonly PairScores[],
  articles: readonly Surveyed[],
  stats: CorpusStats,
  config: Config,
): Promise<ExploredArticle[]> {
  const surveyed = new Map(articles.map((article) => [article.fingerprint.source.id, article.fingerprint]));
  const explored: ExploredArticle[] = [];
  let length = 0;
  for (const id of new Set([...matches, ...scores].flatMap(({ a, b }) => [a, b]))) {
    const fingerprint = surveyed.get(id);
    if (fingerprint === undefined) continue;
    const article = length < MOST_TEXT ? await articleAgain(fingerprint.source, stats.recurringLines, config) : null;
    const isKept = article !== null && length + article.prose.text.length <= MOST_TEXT;
    if (isKept) length += article.prose.text.length;
    const { title, words } = fingerprint;
    explored.push({
      path: id,
      ...(title === undefined ? {} : { title }),
      words,
      text: isKept ? textOf(article) : null,
    });
  }
  return explored.sort((x, y) => compareText(x.path, y.path));
}

export function textOf({ prose, setAside }: Article): ArticleText {
  const { text, paragraphs, sentences } = prose;
  return { text, paragraphs, sentences, lines: paragraphs.map(({ start }) => lineAt(prose, start)), setAside };
}

function keyOf({ a, b }: Pair): string {
  return `${a} ${b}`;
}
