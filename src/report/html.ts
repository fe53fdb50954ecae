import type { ExploredArticle } from '../model/article.ts';
import type { Comparison, ExplainedMatch } from '../model/match.ts';
import type { PairScores, Result } from '../model/result.ts';
import { evidenceData } from './html/evidenceData.ts';
import { frame } from './html/frame.ts';
import { island } from './html/island.ts';
import { ISLANDS, type PageArticle, type PageData, type PagePair, type PageText } from './html/pageData.ts';
import type { Tool } from './json.ts';
import { promiseWords } from './promise.ts';
import { shortfallSentence } from './reasons.ts';
import { skipWords } from './skips.ts';
import { suppressionWords } from './suppressions.ts';
import { counted } from './wording.ts';

/** Skips, and suppressed pairs, that the page lists: more would weigh more than they tell. */
const MOST_LISTED = 1000;

/** Scores as the page has them. More digits would be noise, as in JSON; cut off, so that none reaches a threshold it missed. */
const DIGITS = 1e6;

/**
 * A run's result as one page that needs nothing beside it, piece by piece: an overview, the clusters, each pair compared,
 * thresholds to be moved. The page's program makes all of it from data; the text of articles never becomes markup.
 *
 * @param result explored: `Settings.explore` was set
 */
export function* htmlReportPieces(result: Result, tool: Tool): Generator<string, void, undefined> {
  const { exploration, settings, guarantee, summary, skipped, suppressed } = result;
  if (exploration === undefined) throw new TypeError('A page needs the result of a run with `explore` set.');
  const { articles, scores, thresholds, floors } = exploration;
  const at = new Map(articles.map(({ path }, i) => [path, i]));
  const index = (path: string): number => at.get(path) as number;
  const found = `${counted(summary.duplicates, 'duplicate')} in ${counted(summary.clusters, 'cluster')}, among ${counted(summary.articles, 'article')}`;
  const data: PageData = {
    kind: 'scan',
    tool: `${tool.name} ${tool.version}`,
    relations: settings.relations,
    thresholds,
    floors,
    summary: { articles: summary.articles, skipped: summary.skipped, suppressed: summary.suppressed },
    articles: articles.map(articleData),
    identical: result.matches.flatMap(({ a, b, evidence }) =>
      evidence.kind === 'identical' ? [[index(a), index(b), evidence.sameBytes] as const] : [],
    ),
    pairs: [...scores, ...unscored(result.matches, scores)].map((pair) => pairData(pair, index)),
    leads: result.scope ? result.scope.articles.flatMap((path) => at.get(path) ?? []) : null,
    known: result.matches.flatMap(({ a, b, known }) => (known ? [[index(a), index(b)] as const] : [])),
    suppressed: suppressed.slice(0, MOST_LISTED).map(({ a, b, suppression }) => [a, b, suppressionWords(suppression)]),
    skipped: skipped.slice(0, MOST_LISTED).map(({ path, reason, detail }) => [path, `${skipWords[reason]}: ${detail}`]),
    promise: promiseWords(settings, guarantee),
    shortfalls: [],
  };
  const { opening, closing } = frame(`Duplicate articles: ${found}`, `${found}.`);
  yield opening;
  yield island(ISLANDS.page, data);
  yield* textIslands(articles);
  yield* evidenceIslands(result.matches, articles, index);
  yield closing;
}

/** One pair as a page of its own. @param comparison explored, likewise */
export function* htmlComparisonPieces(comparison: Comparison, tool: Tool): Generator<string, void, undefined> {
  const { articles, match } = comparison;
  if (articles === undefined) throw new TypeError('A page needs the comparison of a run with `explore` set.');
  const { a, b, similarity } = match ?? comparison;
  const isIdentical = match?.relation === 'identical';
  const scores = match
    ? scoresOf(match)
    : { a, b, 'near-copy': similarity.jaccard, excerpt: null, rewrite: similarity.rewrite };
  const index = (path: string): number => (path === a ? 0 : 1);
  const none = { 'near-copy': 1, excerpt: 1, rewrite: 1 };
  const data: PageData = {
    kind: 'comparison',
    tool: `${tool.name} ${tool.version}`,
    relations: match ? [match.relation] : [],
    thresholds: match ? { ...none, [match.relation]: 0 } : none,
    floors: none,
    summary: { articles: 2, skipped: 0, suppressed: 0 },
    articles: articles.map(articleData),
    identical: isIdentical && match.evidence.kind === 'identical' ? [[0, 1, match.evidence.sameBytes]] : [],
    pairs: isIdentical ? [] : [pairData(scores, index)],
    leads: null,
    known: [],
    suppressed: [],
    skipped: [],
    promise: '',
    shortfalls: match ? [] : comparison.shortfalls.map(shortfallSentence),
  };
  const { opening, closing } = frame(`${a} and ${b} compared`, `${a} and ${b} are compared.`);
  yield opening;
  yield island(ISLANDS.page, data);
  yield* textIslands(articles);
  if (match) yield* evidenceIslands([match], articles, index);
  else if (comparison.evidence) yield island(ISLANDS.evidence(0, 1), evidenceData(comparison.evidence));
  yield closing;
}

/** The matches without saved scores: of articles that stand for identical ones, some of which are suppressed. */
function unscored(matches: readonly ExplainedMatch[], scores: readonly PairScores[]): PairScores[] {
  const keyOf = ({ a, b }: { readonly a: string; readonly b: string }): string => JSON.stringify([a, b]);
  const scored = new Set(scores.map(keyOf));
  return matches.filter((match) => match.relation !== 'identical' && !scored.has(keyOf(match))).map(scoresOf);
}

function scoresOf({ a, b, relation, score, similarity, template }: ExplainedMatch): PairScores {
  const excerpt = relation === 'excerpt' ? score : null;
  const scores = { a, b, 'near-copy': similarity.jaccard, excerpt, rewrite: similarity.rewrite };
  return template ? { ...scores, template } : scores;
}

function articleData({ path, words, title }: ExploredArticle): PageArticle {
  return title === undefined ? [path, words] : [path, words, title];
}

function pairData(scores: PairScores, index: (path: string) => number): PagePair {
  const { a, b, excerpt, rewrite, template } = scores;
  return [index(a), index(b), cut(scores['near-copy']), cut(excerpt), cut(rewrite), template ?? false];
}

/** The small addend undoes binary noise, so that 0.29 stays 0.29. */
function cut(score: number | null): number | null {
  return score === null ? null : Math.floor(score * DIGITS + 1e-6) / DIGITS;
}

function* textIslands(articles: readonly ExploredArticle[]): Generator<string, void, undefined> {
  for (const [i, { text }] of articles.entries()) {
    if (text === null) continue;
    const data: PageText = {
      text: text.text,
      paragraphs: text.paragraphs.map(({ start, end }) => [start, end]),
      sentences: text.sentences.map(({ start, end }) => [start, end]),
      lines: text.lines,
      aside: text.setAside.map(({ start, end, reason }) => [start, end, reason]),
    };
    yield island(ISLANDS.text(i), data);
  }
}

/** Without the texts that it points into, evidence would show nothing. */
function* evidenceIslands(
  matches: readonly ExplainedMatch[],
  articles: readonly ExploredArticle[],
  index: (path: string) => number,
): Generator<string, void, undefined> {
  for (const { a, b, evidence } of matches) {
    const [i, j] = [index(a), index(b)];
    if (evidence.kind === 'identical' || articles[i]?.text === null || articles[j]?.text === null) continue;
    yield island(ISLANDS.evidence(i, j), evidenceData(evidence));
  }
}
