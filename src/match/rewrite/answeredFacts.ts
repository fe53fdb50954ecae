import type { FeatureName } from '../../model/evidence.ts';
import type { Side } from './features.ts';
import type { Outline } from './outline.ts';
import { NAME, NUMBER } from './telling.ts';

type AnsweredFeature = Extract<FeatureName, 'numbersAnswered' | 'namesAnswered'>;

/** A sentence is held to its counterpart's facts if it tells the same by this cosine. */
const ANSWERED_COSINE = 0.2;

/**
 * Whether sentences that answer each other state the same facts: siblings of one template have the sentences of one
 * another, with other numbers and names in them.
 */
export function answeredFacts(a: Side, b: Side): Record<AnsweredFeature, number> {
  return { numbersAnswered: answered(a, b, NUMBER), namesAnswered: answered(a, b, NAME) };
}

/** Of the sentences with facts of a kind whose counterpart has some too: the share with one in common; NaN if none. */
function answered(a: Side, b: Side, kind: number): number {
  const inA = countAnswers(a, kind);
  const inB = countAnswers(b, kind);
  const asked = inA.asked + inB.asked;
  return asked === 0 ? Number.NaN : (inA.agreed + inB.agreed) / asked;
}

function countAnswers({ own, other, inOther, counterparts }: Side, kind: number): { asked: number; agreed: number } {
  const { termStart, termList } = own.sentences;
  let asked = 0;
  let agreed = 0;
  for (let s = 0; s < own.sentences.count; s++) {
    const place = counterparts.place[s] as number;
    if (place < 0 || (counterparts.cosine[s] as number) < ANSWERED_COSINE) continue;
    const end = place + (counterparts.span[s] as number);
    let states = false;
    let agrees = false;
    for (let i = termStart[s] as number; i < (termStart[s + 1] as number) && !agrees; i++) {
      const term = termList[i] as number;
      if (own.kinds[term] !== kind) continue;
      states = true;
      const there = inOther[term] as number;
      agrees = there >= 0 && other.kinds[there] === kind && stands(other, there, place, end);
    }
    if (!states || !(agrees || statesAny(other, place, end, kind))) continue;
    asked++;
    if (agrees) agreed++;
  }
  return { asked, agreed };
}

/** Whether a term is in one of the sentences `[from, to)`. */
function stands({ sentences }: Outline, term: number, from: number, to: number): boolean {
  const { sentenceStart, sentenceList } = sentences;
  for (let i = sentenceStart[term] as number; i < (sentenceStart[term + 1] as number); i++) {
    const sentence = sentenceList[i] as number;
    if (sentence >= from && sentence < to) return true;
  }
  return false;
}

/** Whether the sentences `[from, to)` state a fact of this kind. */
function statesAny({ sentences, kinds }: Outline, from: number, to: number, kind: number): boolean {
  const { termStart, termList } = sentences;
  for (let i = termStart[from] as number; i < (termStart[to] as number); i++) {
    if (kinds[termList[i] as number] === kind) return true;
  }
  return false;
}
