/** For each word of a: how long a run of words that ends with it occurs in b too, and where that one ends. */
export interface CommonRuns {
  /** `length[i]` words up to and with word i of a, as many as there are; 0 if b has not even the word. */
  readonly length: Uint32Array;
  /** The first place in b where that run ends: the index of its last word. */
  readonly end: Uint32Array;
}

/**
 * Reads a through the suffix automaton of b (Blumer et al. 1985): every common run, in time and memory linear in both,
 * also where one word is repeated a hundred thousand times.
 */
export function commonRuns(a: Uint32Array, b: Uint32Array): CommonRuns {
  const { stepFrom, link, longest, firstEnd } = suffixAutomaton(b);
  const length = new Uint32Array(a.length);
  const end = new Uint32Array(a.length);
  let state = ROOT;
  let run = 0;
  for (let i = 0; i < a.length; i++) {
    const word = a[i] as number;
    let next = stepFrom(state, word);
    while (next === NONE && state !== ROOT) {
      state = link[state] as number;
      run = longest[state] as number;
      next = stepFrom(state, word);
    }
    if (next === NONE) continue;
    state = next;
    length[i] = ++run;
    end[i] = firstEnd[state] as number;
  }
  return { length, end };
}

const ROOT = 0;
const NONE = -1;

interface Automaton {
  /** The state reached from `state` by `word`; NONE if there is no such step. */
  readonly stepFrom: (state: number, word: number) => number;
  readonly link: Int32Array;
  /** The number of words in the longest run that leads to the state. */
  readonly longest: Uint32Array;
  /** Where in the text that run first ends. */
  readonly firstEnd: Uint32Array;
}

/** Steps are found by hashing into flat arrays: 0.05 ms for two articles of 560 words, where a `Map` takes 0.15. */
function suffixAutomaton(text: Uint32Array): Automaton {
  // At most 2n - 1 states and 3n - 4 steps, if n > 2 (Blumer et al. 1985).
  const states = 2 * text.length + 1;
  const steps = 3 * text.length + 1;
  const link = new Int32Array(states);
  const longest = new Uint32Array(states);
  const firstEnd = new Uint32Array(states);
  const from = new Uint32Array(steps);
  const by = new Uint32Array(steps);
  const to = new Uint32Array(steps);
  /** The steps that lead out of each state, as linked lists: what a clone copies. */
  const lastOut = new Int32Array(states).fill(NONE);
  const before = new Int32Array(steps);
  /** Step + 1 by the hash of its state and word, or in the first free slot after it; three in four are taken at the most. */
  const bits = 32 - Math.clz32(4 * text.length);
  const slots = new Uint32Array(2 ** bits);
  let countOfSteps = 0;
  let countOfStates = 1;

  /** The slot of a step, or the one where it would go. */
  function slotOf(state: number, word: number): number {
    let slot = bits === 0 ? 0 : (Math.imul(state, 0x9e3779b1) ^ word) >>> (32 - bits);
    for (;;) {
      const step = (slots[slot] as number) - 1;
      if (step === NONE || (from[step] === state && by[step] === word)) return slot;
      slot = (slot + 1) & (slots.length - 1);
    }
  }
  function stepFrom(state: number, word: number): number {
    const step = (slots[slotOf(state, word)] as number) - 1;
    return step === NONE ? NONE : (to[step] as number);
  }
  function add(slot: number, state: number, word: number, next: number): void {
    const step = countOfSteps++;
    slots[slot] = step + 1;
    from[step] = state;
    by[step] = word;
    to[step] = next;
    before[step] = lastOut[state] as number;
    lastOut[state] = step;
  }
  function clone(state: number, length: number): number {
    const copy = countOfStates++;
    longest[copy] = length;
    firstEnd[copy] = firstEnd[state] as number;
    link[copy] = link[state] as number;
    for (let out = lastOut[state] as number; out !== NONE; out = before[out] as number) {
      const word = by[out] as number;
      add(slotOf(copy, word), copy, word, to[out] as number);
    }
    return copy;
  }

  link[ROOT] = NONE;
  let last = ROOT;
  for (let i = 0; i < text.length; i++) {
    const word = text[i] as number;
    const state = countOfStates++;
    longest[state] = i + 1;
    firstEnd[state] = i;
    let at = last;
    let known = NONE;
    for (; at !== NONE; at = link[at] as number) {
      const slot = slotOf(at, word);
      known = (slots[slot] as number) - 1;
      if (known !== NONE) break;
      add(slot, at, word, state);
    }
    if (known !== NONE) {
      const next = to[known] as number;
      const length = (longest[at] as number) + 1;
      if (longest[next] === length) link[state] = next;
      else {
        const copy = clone(next, length);
        for (; at !== NONE; at = link[at] as number) {
          const step = (slots[slotOf(at, word)] as number) - 1;
          if (step === NONE || to[step] !== next) break;
          to[step] = copy;
        }
        link[next] = copy;
        link[state] = copy;
      }
    }
    last = state;
  }
  return { stepFrom, link, longest, firstEnd };
}
