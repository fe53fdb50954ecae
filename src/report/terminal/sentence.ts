import type { Passage } from '../../model/evidence.ts';
import type { Inks } from '../ink.ts';
import type { Run } from '../wrap.ts';

/** How one side's sentences are marked: the facts that the other side has otherwise, and with which ink. */
export interface Marking {
  readonly facts: readonly Passage[];
  readonly fact: (text: string) => Run;
  readonly shared: Inks['shared'];
}

/** Shorter words are mostly "the", "and", "for": emphasis on them would hide what the sentences share. */
const TELLING = 4;

const WORD = /[\p{L}\p{N}]+/gu;

/** Sentences in one piece: facts that differ in their signs, words that the answering sentences have too emphasised. */
export function sentenceRuns(own: readonly Passage[], answer: readonly Passage[], marking: Marking): Run[] {
  const shared = new Set(answer.flatMap((passage) => (passage.text.match(WORD) ?? []).map(folded)));
  return own.flatMap((passage, i) => [i === 0 ? '' : ' ', ...passageRuns(passage, shared, marking)]);
}

function passageRuns(passage: Passage, shared: ReadonlySet<string>, marking: Marking): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const fact of factsWithin(passage, marking.facts)) {
    const from = fact.start - passage.start;
    if (from < at) continue;
    runs.push(...emphasised(passage.text.slice(at, from), shared, marking), marking.fact(fact.text));
    at = from + fact.text.length;
  }
  return [...runs, ...emphasised(passage.text.slice(at), shared, marking)];
}

/** The facts that stand in this passage word for word, in reading order. */
function factsWithin(passage: Passage, facts: readonly Passage[]): Passage[] {
  return facts
    .filter((fact) => passage.text.startsWith(fact.text, fact.start - passage.start) && fact.start >= passage.start)
    .sort((x, y) => x.start - y.start);
}

function emphasised(text: string, shared: ReadonlySet<string>, marking: Marking): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!shared.has(folded(word)) || (word.length < TELLING && !/\p{N}/u.test(word))) continue;
    runs.push(text.slice(at, index), marking.shared(word));
    at = index + word.length;
  }
  return [...runs, text.slice(at)];
}

function folded(word: string): string {
  return word.toLowerCase();
}
