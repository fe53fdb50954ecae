import { stringify } from 'csv-stringify/sync';
import type { Comparison, ExplainedMatch, Lines, LocatedMatch } from '../model/match.ts';
import type { Result } from '../model/result.ts';
import { clean } from './clean.ts';
import { placesOf } from './places.ts';
import { rounded } from './rounding.ts';

const HEADER = [
  'relation',
  'score',
  'a',
  'b',
  'cluster',
  'template',
  'bridge',
  'known',
  'jaccard',
  'containmentOfA',
  'containmentOfB',
  'rewrite',
  'lineOfA',
  'lineOfB',
  'titleOfA',
  'titleOfB',
] as const;

/** Of the evidence a table takes no more than the lines. */
type Listed = ExplainedMatch | LocatedMatch;

/** Rows that are made at a time: preparing the library for each would take a third of the time. */
const ROWS = 256;

/** What only the clusters know of a match. */
interface Known {
  /** The cluster that each article is in. */
  readonly clusterOf: ReadonlyMap<string, string>;
  readonly titleOf: ReadonlyMap<string, string>;
}

/** A run's matches as CSV (RFC 4180) with a header: a match a row, in the order of the JSON report. */
export function* csvReport({ matches, clusters }: Result<Listed>): Generator<string, void, undefined> {
  const members = clusters.flatMap(({ id, representative, title, members }) =>
    [{ path: representative, title }, ...members].map((member) => ({ ...member, id })),
  );
  const known = {
    clusterOf: new Map(members.map(({ path, id }) => [path, id])),
    titleOf: new Map(members.flatMap(({ path, title }) => (title === undefined ? [] : [[path, title]]))),
  };
  yield table([HEADER]);
  for (let i = 0; i < matches.length; i += ROWS)
    yield table(matches.slice(i, i + ROWS).map((match) => cells(match, known)));
}

/** One pair as such a table of one row, or of none. */
export function* csvComparison({ match }: Comparison): Generator<string, void, undefined> {
  yield table([HEADER]);
  if (match !== null) yield table([cells(match, { clusterOf: new Map(), titleOf: new Map() })]);
}

function cells(match: Listed, { clusterOf, titleOf }: Known): (string | number)[] {
  const { a, b, similarity } = match;
  const { lineOfA, lineOfB } = linesOf(match);
  const cluster = clusterOf.get(a);
  return [
    match.relation,
    rounded(match.score),
    clean(a),
    clean(b),
    (cluster === clusterOf.get(b) && cluster) || '',
    match.template ? 'yes' : '',
    match.bridge ? 'yes' : '',
    match.known ? 'yes' : '',
    rounded(similarity.jaccard),
    rounded(similarity.containmentOfA),
    rounded(similarity.containmentOfB),
    similarity.rewrite === null ? '' : rounded(similarity.rewrite),
    lineOfA,
    lineOfB,
    clean(titleOf.get(a) ?? ''),
    clean(titleOf.get(b) ?? ''),
  ];
}

function linesOf(match: Listed): Lines {
  if (!('evidence' in match)) return match;
  const { at, there } = placesOf(match);
  return { lineOfA: at.line, lineOfB: there.line };
}

/**
 * A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return for a formula, and a title
 * or a file's name could then run one: such a cell gets an apostrophe before it, which makes it text (OWASP, "CSV
 * Injection").
 */
function table(rows: readonly (readonly (string | number)[])[]): string {
  return stringify([...rows], { record_delimiter: 'windows', escape_formulas: true });
}
