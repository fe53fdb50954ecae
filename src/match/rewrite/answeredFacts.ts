import type { FeatureName, Side } from './features.ts';
import { NAME, NUMBER } from './outline.ts';

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

function countAnswers(side: Side, kind: number): { asked: number; agreed: number } {
  const { own, other, inOther, counterparts } = side;
  let asked = 0;
  let agreed = 0;
  for (let s = 0; s < own.sentences.count; s++) {
    const place = counterparts.place[s] as number;
    if (place < 0 || (counterparts.cosine[s] as number) < ANSWERED_COSINE) continue;
    const facts = factsOf(own, s, s + 1, kind);
    const answers = new Set(factsOf(other, place, place + (counterparts.span[s] as number), kind));
    if (facts.length === 0 || answers.size === 0) continue;
    asked++;
    if (facts.some((term) => answers.has(inOther[term] as number))) agreed++;
  }
  return { asked, agreed };
}

function factsOf({ sentences, kinds }: Side['own'], from: number, to: number, kind: number): number[] {
  const { termStart, termList } = sentences;
  const terms: number[] = [];
  for (let i = termStart[from] as number; i < (termStart[to] as number); i++) {
    if (kinds[termList[i] as number] === kind) terms.push(termList[i] as number);
  }
  return terms;
}
