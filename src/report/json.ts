import type { SetAside, Skip } from '../model/article.ts';
import type {
  Cluster,
  Comparison,
  ExplainedMatch,
  IdleSuppression,
  Shortfall,
  Similarity,
  Suppressed,
  Suppression,
} from '../model/match.ts';
import type { BaselineSummary, Guarantee, Result } from '../model/result.ts';
import { jsonWithoutCommands } from './commands.ts';
import { evidenceJson, rewriteJson } from './jsonEvidence.ts';
import { rounded, roundedDown } from './rounding.ts';

/** The program that made a report. */
export interface Tool {
  readonly name: string;
  readonly version: string;
}

/** Changes with anything that could break a reader of the JSON; additions of optional fields do not change it. */
const SCHEMA_VERSION = 1;

/** A run's result as JSON (`result.schema.json`), two spaces deep, keys in a fixed order, ending in a line feed. */
export function jsonReport(result: Result, tool: Tool): string {
  return [...jsonReportPieces(result, tool)].join('');
}

/**
 * The same JSON piece by piece, a cluster, match or skip at a time: the whole of a large run may be longer than the
 * longest string that the engine can hold (about 512 Mi characters in V8).
 */
export function* jsonReportPieces(result: Result, tool: Tool): Generator<string, void, undefined> {
  const { settings, guarantee, summary } = result;
  yield `{\n  "schemaVersion": ${SCHEMA_VERSION}`;
  yield field('tool', { name: tool.name, version: tool.version });
  yield field('settings', {
    relations: settings.relations,
    threshold: settings.threshold,
    rewriteThreshold: settings.rewriteThreshold,
    minWords: settings.minWords,
    changedSince: settings.changedSince,
    changedFrom: settings.changedFrom,
    against: settings.against,
  });
  yield field('guarantee', guaranteeJson(guarantee));
  yield field('summary', {
    articles: summary.articles,
    skipped: summary.skipped,
    clusters: summary.clusters,
    duplicates: summary.duplicates,
    templates: summary.templates,
    excerpts: summary.excerpts,
    bridges: summary.bridges,
    suppressed: summary.suppressed,
  });
  if (result.scope) yield field('scope', { articles: result.scope.articles });
  if (result.baseline) yield field('baseline', baselineJson(result.baseline));
  yield* list('clusters', result.clusters, clusterJson);
  yield* list('matches', result.matches, matchJson);
  yield* list('suppressed', result.suppressed, suppressedJson);
  yield* list('idleSuppressions', result.idleSuppressions, idleJson);
  yield* list('misread', result.misread, ({ path, said, wanted }) => ({ path, said, wanted }));
  yield* list('skipped', result.skipped, skipJson);
  yield* list('setAside', result.setAside, ({ path, passages }) => ({ path, passages: passages.map(setAsideJson) }));
  yield '\n}\n';
}

/** One pair's comparison as JSON, match or none, in the same schema. */
export function jsonComparison(comparison: Comparison, tool: Tool): string {
  const opening = { schemaVersion: SCHEMA_VERSION, tool: { name: tool.name, version: tool.version } };
  return `${indented({ ...opening, ...comparisonJson(comparison) }, '')}\n`;
}

function field(name: string, value: unknown): string {
  return `,\n  ${JSON.stringify(name)}: ${indented(value, '  ')}`;
}

function* list<T>(name: string, items: readonly T[], toJson: (item: T) => object): Generator<string, void, undefined> {
  yield `,\n  ${JSON.stringify(name)}: [`;
  for (const [i, item] of items.entries()) yield `${i === 0 ? '' : ','}\n    ${indented(toJson(item), '    ')}`;
  yield items.length === 0 ? ']' : '\n  ]';
}

function indented(value: unknown, indent: string): string {
  return jsonWithoutCommands(JSON.stringify(value, null, 2)).replaceAll('\n', `\n${indent}`);
}

function guaranteeJson(guarantee: Guarantee): object {
  const { threshold, recall, method, identical, excerpt, complete, mostPartners, uncompared } = guarantee;
  return {
    threshold,
    recall: roundedDown(recall),
    method,
    identical: { recall: identical.recall },
    excerpt: { recall: excerpt.recall, containment: excerpt.containment, words: excerpt.words },
    complete,
    mostPartners,
    uncompared,
  };
}

function baselineJson({ from, known, gone }: BaselineSummary): object {
  return { from, known, gone };
}

function clusterJson({ id, representative, title, words, members, template, known }: Cluster): object {
  return {
    id,
    representative,
    ...(title !== undefined && { title }),
    words,
    ...(template && { template }),
    ...(known && { known }),
    members: members.map((member) => ({
      path: member.path,
      relation: member.relation,
      score: rounded(member.score),
      ...(member.title !== undefined && { title: member.title }),
      words: member.words,
    })),
  };
}

/** A match as JSON (`#/$defs/match` of the schema), keys in a fixed order. */
export function matchJson({
  a,
  b,
  relation,
  score,
  similarity,
  template,
  bridge,
  known,
  evidence,
}: ExplainedMatch): object {
  return {
    a,
    b,
    relation,
    score: rounded(score),
    ...(template && { template }),
    ...(bridge && { bridge }),
    ...(known && { known }),
    similarity: similarityJson(similarity),
    evidence: evidenceJson(evidence),
  };
}

function comparisonJson(comparison: Comparison): object {
  if (comparison.match !== null) return { match: matchJson(comparison.match) };
  const { match, a, b, similarity, shortfalls, evidence } = comparison;
  return {
    match,
    a,
    b,
    similarity: similarityJson(similarity),
    shortfalls: shortfalls.map(shortfallJson),
    ...(evidence && { evidence: rewriteJson(evidence) }),
  };
}

function similarityJson({ jaccard, containmentOfA, containmentOfB, rewrite }: Similarity): object {
  return {
    jaccard: rounded(jaccard),
    containmentOfA: rounded(containmentOfA),
    containmentOfB: rounded(containmentOfB),
    rewrite: rewrite === null ? null : rounded(rewrite),
  };
}

function shortfallJson(shortfall: Shortfall): object {
  const { relation, cause } = shortfall;
  if ('value' in shortfall) {
    return { relation, cause, value: roundedDown(shortfall.value), threshold: shortfall.threshold };
  }
  if ('is' in shortfall) return { relation, cause, is: shortfall.is };
  return 'a' in shortfall ? { relation, cause, a: shortfall.a, b: shortfall.b } : { relation, cause };
}

function suppressedJson({ a, b, relation, score, template, suppression }: Suppressed): object {
  const known = suppressionJson(suppression);
  return { a, b, relation, score: rounded(score), ...(template && { template }), suppression: known };
}

function idleJson({ suppression, cause }: IdleSuppression): object {
  return { suppression: suppressionJson(suppression), cause };
}

function suppressionJson(suppression: Suppression): object {
  if (suppression.by === 'front-matter') {
    const { by, article, field, target } = suppression;
    return { by, article, field, target };
  }
  const { by, index, paths, reason, expires } = suppression;
  return { by, index, paths, reason, ...(expires !== undefined && { expires }) };
}

function skipJson({ path, reason, detail }: Skip): object {
  return { path, reason, detail };
}

function setAsideJson({ start, end, line, reason, text }: SetAside): object {
  return { start, end, line, reason, text };
}
