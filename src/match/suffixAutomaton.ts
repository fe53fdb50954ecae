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
  const { steps, link, longest, firstEnd } = suffixAutomaton(b);
  const length = new Uint32Array(a.length);
  const end = new Uint32Array(a.length);
  let state = ROOT;
  let run = 0;
  for (let i = 0; i < a.length; i++) {
    const word = a[i] as number;
    let next = steps.get(state * WORDS + word);
    while (next === undefined && state !== ROOT) {
      state = link[state] as number;
      run = longest[state] as number;
      next = steps.get(state * WORDS + word);
    }
    if (next === undefined) continue;
    state = next;
    length[i] = ++run;
    end[i] = firstEnd[state] as number;
  }
  return { length, end };
}

const ROOT = 0;

/** Word hashes have 32 bits; state * 2^32 + word is exact below 2^53 for 2^21 states, a million words. */
const WORDS = 2 ** 32;

interface Automaton {
  /** The state reached from `state` by `word`, by state * WORDS + word. */
  readonly steps: ReadonlyMap<number, number>;
  readonly link: Int32Array;
  /** The number of words in the longest run that leads to the state. */
  readonly longest: Uint32Array;
  /** Where in the text that run first ends. */
  readonly firstEnd: Uint32Array;
}

function suffixAutomaton(text: Uint32Array): Automaton {
  const size = 2 * text.length + 1;
  const steps = new Map<number, number>();
  const link = new Int32Array(size);
  const longest = new Uint32Array(size);
  const firstEnd = new Uint32Array(size);
  /** The words that lead out of each state, as linked lists: what a clone copies. */
  const lastOut = new Int32Array(size).fill(-1);
  const outWord: number[] = [];
  const outNext: number[] = [];
  link[ROOT] = -1;
  let states = 1;
  let last = ROOT;

  function step(state: number, word: number, to: number): void {
    const key = state * WORDS + word;
    if (!steps.has(key)) {
      outNext.push(lastOut[state] as number);
      lastOut[state] = outWord.push(word) - 1;
    }
    steps.set(key, to);
  }

  for (let i = 0; i < text.length; i++) {
    const word = text[i] as number;
    const state = states++;
    longest[state] = i + 1;
    firstEnd[state] = i;
    let from = last;
    for (; from >= 0 && !steps.has(from * WORDS + word); from = link[from] as number) step(from, word, state);
    if (from >= 0) {
      const to = steps.get(from * WORDS + word) as number;
      if (longest[to] === (longest[from] as number) + 1) link[state] = to;
      else {
        const clone = states++;
        longest[clone] = (longest[from] as number) + 1;
        firstEnd[clone] = firstEnd[to] as number;
        link[clone] = link[to] as number;
        for (let out = lastOut[to] as number; out >= 0; out = outNext[out] as number) {
          const copied = outWord[out] as number;
          step(clone, copied, steps.get(to * WORDS + copied) as number);
        }
        for (; from >= 0 && steps.get(from * WORDS + word) === to; from = link[from] as number) step(from, word, clone);
        link[to] = clone;
        link[state] = clone;
      }
    }
    last = state;
  }
  return { steps, link, longest, firstEnd };
}
