import { lineAt } from '../extract/prose.ts';
import type { Source } from '../model/article.ts';
import type { Passage } from '../model/evidence.ts';
import type { Lines, Relation } from '../model/match.ts';
import { alignWords } from './align.ts';
import { firstKept } from './diff.ts';
import type { Subject } from './subject.ts';

const FIRST: Lines = { lineOfA: 1, lineOfB: 1 };

/** The lines on which two articles are alike first, where that is told without their texts; else null. */
export function linesAtHand(relation: Relation, a: Source, b: Source): Lines | null {
  if (relation !== 'identical' && (a.record === undefined || b.record === undefined)) return null;
  return { lineOfA: a.record?.line ?? 1, lineOfB: b.record?.line ?? 1 };
}

/**
 * The lines on which the passages begin that evidence shows first: the first of a near-copy that was not rewritten, the
 * longest that an excerpt shares, the first sentence of a that b tells.
 */
export async function locate(relation: Relation, a: Subject, b: Subject): Promise<Lines> {
  const known = linesAtHand(relation, a.fingerprint.source, b.fingerprint.source);
  if (known !== null) return known;
  if (relation === 'near-copy') {
    const inA = await a.read();
    const inB = await b.read();
    const { runs } = alignWords(inA.words.hashes, inB.words.hashes);
    const kept = firstKept(inA, inB, runs);
    return kept === null ? FIRST : { lineOfA: lineAt(inA.prose, kept.a), lineOfB: lineAt(inB.prose, kept.b) };
  }
  const { explain } = await import('./explain.ts');
  const evidence = await explain(relation, a, b);
  if (evidence.kind === 'excerpt') return linesOf(evidence.passages[0]);
  if (evidence.kind !== 'rewrite') throw new Error(`no passages tell where articles are ${evidence.kind}`);
  const pairs = evidence.aligned.map(({ a: [inA], b: [inB] }) => ({ a: inA as Passage, b: inB as Passage }));
  return linesOf(pairs.sort((x, y) => x.a.start - y.a.start)[0]);
}

function linesOf(pair: { readonly a: Passage; readonly b: Passage } | undefined): Lines {
  return pair === undefined ? FIRST : { lineOfA: pair.a.line, lineOfB: pair.b.line };
}
