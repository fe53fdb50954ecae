import type { AlignedSentences, DiffBlock, Edit, FactDifference, Passage } from '../../src/model/evidence.ts';
import type { Cluster, ExplainedMatch, Similarity } from '../../src/model/match.ts';
import type { Guarantee, Result } from '../../src/model/result.ts';

/** An article for a test: a path and its text, paragraphs apart by a blank line. */
export interface Sample {
  readonly path: string;
  readonly text: string;
}

/** Where a snippet stands in a sample: its offsets and its line. */
export function quote({ path, text }: Sample, snippet: string): Passage {
  const start = text.indexOf(snippet);
  if (start === -1) throw new Error(`${path} does not hold: ${snippet}`);
  const line = text.slice(0, start).split('\n').length;
  const endLine = line + snippet.split('\n').length - 1;
  return { start, end: start + snippet.length, line, endLine, text: snippet };
}

/** A fact on which two samples differ, by its wording in each; null where one has none. */
export function fact(
  kind: FactDifference['kind'],
  a: readonly [Sample, string] | null,
  b: readonly [Sample, string] | null,
): FactDifference {
  return { kind, a: a && quote(...a), b: b && quote(...b) };
}

export function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

/** Two samples from paragraphs in which `[-…-]` marks what only the first has and `{+…+}` what only the second has. */
export function edited(
  pathA: string,
  pathB: string,
  paragraphs: readonly string[],
): { a: Sample; b: Sample; diff: DiffBlock[] } {
  const parsed = paragraphs.map((marked) =>
    Array.from(
      marked.matchAll(/\[-(.+?)-\]|\{\+(.+?)\+\}|((?:(?!\[-|\{\+).)+)/gsu),
      ([, removed, added, same]): Edit => {
        if (removed !== undefined) return { op: '-', text: removed };
        return added !== undefined ? { op: '+', text: added } : { op: '=', text: same as string };
      },
    ),
  );
  const side = (edits: readonly Edit[], other: '-' | '+') =>
    edits.map(({ op, text }) => (op === other ? '' : text)).join('');
  const inA = parsed.map((edits) => side(edits, '+'));
  const inB = parsed.map((edits) => side(edits, '-'));
  const a = { path: pathA, text: inA.filter((text) => text !== '').join('\n\n') };
  const b = { path: pathB, text: inB.filter((text) => text !== '').join('\n\n') };
  const diff = parsed.map((edits, i): DiffBlock => {
    const [textA, textB] = [inA[i] as string, inB[i] as string];
    if (textA === '') return { kind: 'only-b', b: quote(b, textB) };
    if (textB === '') return { kind: 'only-a', a: quote(a, textA) };
    if (textA === textB) {
      return { kind: 'same', a: quote(a, textA), b: quote(b, textB), paragraphs: 1, words: wordCount(textA) };
    }
    return { kind: 'changed', a: quote(a, textA), b: quote(b, textB), edits };
  });
  return { a, b, diff };
}

/** Sentences of one sample with those of another that answer them. */
export function answers(
  a: Sample,
  b: Sample,
  rows: readonly (readonly [similarity: number, inA: string | readonly string[], inB: string | readonly string[]])[],
): AlignedSentences[] {
  return rows.map(([similarity, inA, inB]) => ({
    similarity,
    a: [inA].flat().map((snippet) => quote(a, snippet)),
    b: [inB].flat().map((snippet) => quote(b, snippet)),
  }));
}

export const alike = (jaccard: number, rewrite: number | null = null): Similarity => ({
  jaccard,
  containmentOfA: Math.min(1, jaccard * 1.2),
  containmentOfB: Math.min(1, jaccard * 1.3),
  rewrite,
});

export const GUARANTEE: Guarantee = {
  threshold: 0.4,
  recall: 1,
  method: 'exact join',
  identical: { recall: 1 },
  excerpt: { recall: 1, containment: 0.5, words: 30 },
  complete: true,
  mostPartners: 100,
  uncompared: 0,
};

/** A result of these clusters and matches, counted as a run counts them. */
export function resultOf(
  clusters: readonly Cluster[],
  matches: readonly ExplainedMatch[],
  rest: Partial<Result> = {},
): Result {
  const real = clusters.filter((cluster) => !cluster.template);
  const inClusters = clusters.reduce((sum, cluster) => sum + 1 + cluster.members.length, 0);
  return {
    settings: {
      relations: ['identical', 'near-copy', 'excerpt', 'rewrite'],
      threshold: 0.4,
      rewriteThreshold: 0.5,
      minWords: 30,
    },
    guarantee: GUARANTEE,
    summary: {
      articles: inClusters + 3,
      skipped: rest.skipped?.length ?? 0,
      clusters: real.length,
      duplicates: real.reduce((sum, cluster) => sum + cluster.members.length, 0),
      templates: clusters.length - real.length,
      excerpts: matches.filter((match) => match.relation === 'excerpt').length,
      bridges: matches.filter((match) => match.bridge).length,
      suppressed: rest.suppressed?.length ?? 0,
    },
    clusters,
    matches,
    suppressed: [],
    idleSuppressions: [],
    misread: [],
    skipped: [],
    compared: [],
    prints: [],
    setAside: [],
    ...rest,
  };
}
