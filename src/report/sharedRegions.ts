import type { Evidence, Passage, Region } from '../model/evidence.ts';

/** A region of one article and the region of the other that is like it, with their texts where they differ. */
export interface Shared {
  readonly a: Region & Partial<Pick<Passage, 'text'>>;
  readonly b: Region & Partial<Pick<Passage, 'text'>>;
}

/**
 * Where two articles are alike: an excerpt's passages, longest first; a near-copy's blocks and a rewrite's sentences in
 * the order of `a`. None for identical articles, which are alike everywhere.
 */
export function sharedRegions(evidence: Evidence): Shared[] {
  switch (evidence.kind) {
    case 'identical':
      return [];
    case 'excerpt':
      return [...evidence.passages];
    case 'near-copy':
      return evidence.diff.flatMap((block) => ('a' in block && 'b' in block ? [block] : [])).sort(byStart);
    case 'rewrite':
      return evidence.aligned.map(({ a, b }) => ({ a: joined(a), b: joined(b) })).sort(byStart);
  }
}

function byStart(x: Shared, y: Shared): number {
  return x.a.start - y.a.start;
}

/** Neighbouring sentences as one passage. */
function joined(sentences: readonly Passage[]): Passage {
  const [first, last] = [sentences[0] as Passage, sentences.at(-1) as Passage];
  return { ...first, end: last.end, endLine: last.endLine, text: sentences.map(({ text }) => text).join(' ') };
}
