import type { Cluster, Comparison, ExplainedMatch } from '../model/match.ts';
import type { Result } from '../model/result.ts';
import { acceptedGroups, tallyOf } from './accepted.ts';
import { type Finding, findingsIn, findingsOfPair } from './findings.ts';
import { ruleWords } from './findingWords.ts';
import { comparisons } from './markdown/comparison.ts';
import { type Section, sectionsWithin } from './markdown/sections.ts';
import { code, fenced } from './markdown/text.ts';
import { orient } from './orient.ts';
import { shortfallSentence } from './reasons.ts';
import { skipWords } from './skips.ts';
import { count, counted, matchWords, scopeWords, scoreShort } from './wording.ts';

/** The most characters that GitHub takes in a comment. */
const COMMENT = 65_536;

/** Characters of a table: less than half a comment, so that comparisons have their place too. */
const TABLE = 24_000;

/** Duplicates that a cluster's row names. */
const NAMED = 20;

/**
 * The first line of each report: by it a bot finds the comment that it is to renew, and a later run that finds the report
 * among the articles leaves it out.
 */
const MARK = '<!-- dedupe --><!-- dedupe-disable -->\n';

/**
 * A run's result as a comment on a pull request: a summary, the clusters in a table, and under it, folded, each pair
 * compared, the template groups and what was skipped; what a baseline accepts is only counted. At most 65,536 characters; what does not fit is counted. What
 * comes from articles stands in code, escaped, where nobody is mentioned and nothing is a link.
 */
export function* markdownReport(result: Result): Generator<string, void, undefined> {
  const { skipped, summary } = result;
  const accepted = acceptedGroups(result);
  const clusters = result.clusters.filter(({ known }) => !known);
  const findings = findingsIn(result).findings.filter(({ match }) => !match.known);
  const ordinary = clusters.filter(({ template }) => !template);
  const excerpts = findings.filter(({ rule }) => rule === 'excerpt');
  const links = findings.filter(({ rule, match }) => match.bridge && rule !== 'template');
  const opening = `${MARK}### ${headline(result)}\n\n${[counted(summary.articles, 'article'), ...scopeWords(result)].join(', ')}.\n`;
  yield opening;
  yield* sectionsWithin(COMMENT - opening.length, [
    table(
      'cluster',
      ['longest article', 'its duplicates'],
      ordinary.map((cluster) => clusterRow(cluster, accepted)),
    ),
    table('excerpt', ['article', 'is part of'], excerpts.map(heldRow)),
    table('link', ['article', 'matches, in another cluster'], links.map(pairRow)),
    {
      opening: '\n',
      ...comparisons(findings.filter(({ rule }) => rule !== 'template')),
      closing: '',
      noun: 'comparison',
    },
    folded(
      'template group',
      table(
        'template group',
        ['article', 'the same with other numbers, dates and names'],
        clusters.filter(({ template }) => template).map((cluster) => clusterRow(cluster, accepted)),
      ),
    ),
    folded('skipped', {
      ...fenced(skipped.map(({ path, reason, detail }) => `${path}: ${skipWords[reason]}, ${detail}`)),
      total: skipped.length,
      noun: 'skipped',
    }),
  ]);
}

/** One pair as such a comment: the match, or how close the two came for each relation. */
export function* markdownComparison(comparison: Comparison): Generator<string, void, undefined> {
  if (comparison.match === null) {
    const { a, b, shortfalls } = comparison;
    yield `${MARK}### No match\n\n${code(a)} and ${code(b)}\n\n`;
    for (const shortfall of shortfalls) yield `- ${shortfallSentence(shortfall)}\n`;
    return;
  }
  const { match } = comparison;
  const [finding] = findingsOfPair(comparison).findings as [Finding];
  const opening = `${MARK}### ${ruleWords[finding.rule].title}\n\n${code(match.a)} and ${code(match.b)}: ${matchWords(match)}\n`;
  yield opening;
  yield* sectionsWithin(COMMENT - opening.length, [
    { opening: '\n', ...comparisons([finding]), closing: '', noun: 'comparison' },
  ]);
}

function headline(result: Result): string {
  const { summary, baseline } = result;
  const { duplicates, clusters, excerpts, bridges, templates } = tallyOf(result);
  const fresh = baseline ? 'new ' : '';
  const parts = [
    duplicates > 0 && `${counted(duplicates, `${fresh}duplicate`)} in ${counted(clusters, 'cluster')}`,
    excerpts > 0 && counted(excerpts, `${fresh}excerpt`),
    bridges > 0 && counted(bridges, `${fresh}link between clusters`, `${fresh}links between clusters`),
    templates > 0 && counted(templates, 'template group'),
    baseline && baseline.known > 0 && `${count(baseline.known)} accepted by the baseline`,
    summary.suppressed > 0 && `${count(summary.suppressed)} suppressed`,
    summary.skipped > 0 && `${count(summary.skipped)} skipped`,
  ].filter((part) => typeof part === 'string');
  const found = duplicates + excerpts + bridges > 0;
  return [...(found ? [] : [`No ${fresh}duplicate articles`]), ...parts].join(', ');
}

function table(noun: string, [first, second]: readonly [string, string], items: readonly string[]): Section {
  return {
    opening: `\n| ${first} | ${second} |\n|---|---|\n`,
    items,
    total: items.length,
    closing: '',
    noun,
    most: TABLE,
  };
}

function clusterRow({ representative, members }: Cluster, accepted: ReadonlyMap<string, number>): string {
  const nameOf = (path: string): string => code(path) + (accepted.has(path) ? ' (accepted)' : '');
  const named = members
    .slice(0, NAMED)
    .map(({ path, relation, score }) => `${nameOf(path)} ${scoreShort(relation, score)}`);
  const more = members.length - named.length;
  return `| ${nameOf(representative)} | ${[...named, ...(more > 0 ? [`and ${count(more)} more`] : [])].join('<br>')} |\n`;
}

function pairRow({ match }: Finding): string {
  return rowOf(match);
}

function rowOf(match: ExplainedMatch): string {
  return `| ${code(match.a)} | ${code(match.b)} ${scoreShort(match.relation, match.score)} |\n`;
}

function heldRow({ match }: Finding): string {
  const holder = match.evidence.kind === 'excerpt' ? match.evidence.holder : 'b';
  return rowOf(orient(match, holder === 'a' ? match.b : match.a));
}

function folded(title: string, section: Section): Section {
  const { total, opening, closing } = section;
  const summary = `<summary>${title === 'skipped' ? `${count(total)} skipped` : counted(total, title)}</summary>`;
  return { ...section, opening: `\n<details>${summary}\n${opening}`, closing: `${closing}\n</details>\n` };
}
