// Compares ways to sketch a set for MinHash: time, bias and variance. docs/engine.md has its table.
// Usage: node scripts/run.mjs scripts/bench/sketches.ts
import { minhash } from '../../src/fingerprint/minhash.ts';
import { mix } from '../../src/fingerprint/shingles.ts';

const PLACES = 128;
const TRIALS = 2000;
const JACCARD = 0.5;

type Sketcher = (set: Float64Array) => Uint32Array;

/** A function of a family, by its number: murmur's finalizer on seeds that a Weyl sequence gives. */
const hashOf = (value: number, number: number): number => mix(value ^ mix(Math.imul(number + 1, 0x9e3779b9))) >>> 0;

/** Broder's: the smallest hash under each of 128 functions. */
const classic: Sketcher = (set) => {
  const signature = new Uint32Array(PLACES).fill(0xffffffff);
  for (let place = 0; place < PLACES; place++) {
    for (const value of set) signature[place] = Math.min(signature[place] as number, hashOf(value, place));
  }
  return signature;
};

/** One permutation cut into bins; an empty bin borrows from one that a hash of its own names (Shrivastava, ICML 2017). */
const onePermutation: Sketcher = (set) => {
  const signature = new Uint32Array(PLACES);
  const filled = new Uint8Array(PLACES);
  for (const value of set) {
    const hash = hashOf(value, 0);
    const bin = ((hash & 0xffff) * PLACES) >>> 16;
    if (filled[bin] === 1 && (signature[bin] as number) <= hash) continue;
    filled[bin] = 1;
    signature[bin] = hash;
  }
  const own = signature.slice();
  for (let bin = 0; bin < PLACES; bin++) {
    if (filled[bin] === 1) continue;
    let from = bin;
    for (let attempt = 1; filled[from] === 0; attempt++) from = hashOf(bin * 65_536 + attempt, 1) % PLACES;
    signature[bin] = mix((own[from] as number) ^ mix(bin)) >>> 0;
  }
  return signature;
};

/** Each value takes the places in an order of its own, with ranks that ascend, as far as any may still matter (Ertl 2017). */
const superMinHash: Sketcher = (set) => {
  const least = new Float64Array(PLACES).fill(PLACES);
  const places = new Uint8Array(PLACES);
  const placedFor = new Int32Array(PLACES).fill(-1);
  const ranked = new Uint32Array(PLACES + 1);
  ranked[PLACES] = PLACES;
  let highest = PLACES;
  for (let i = 0; i < set.length; i++) {
    const value = set[i] as number;
    const placeAt = (j: number): number => (placedFor[j] === i ? (places[j] as number) : j);
    for (let j = 0; j < PLACES && j <= highest; j++) {
      const swap = j + (hashOf(value, 2 * j) % (PLACES - j));
      const place = placeAt(swap);
      places[swap] = placeAt(j);
      placedFor[swap] = i;
      const rank = j + hashOf(value, 2 * j + 1) / 2 ** 32;
      const before = least[place] as number;
      if (rank >= before) continue;
      least[place] = rank;
      ranked[Math.floor(before)] = (ranked[Math.floor(before)] as number) - 1;
      ranked[j] = (ranked[j] as number) + 1;
      while (ranked[highest] === 0) highest--;
    }
  }
  return Uint32Array.from(least, (rank) => mix(Math.floor(rank * 2 ** 25)) >>> 0);
};

/** One permutation, shifted 128 times, after another one (Li and Li, ICML 2022), over a ring of 2^16 places. */
const circulant: Sketcher = (set) => {
  const signature = new Uint32Array(PLACES).fill(0xffffffff);
  for (const value of set) {
    const first = hashOf(value, 0) & 0xffff;
    for (let place = 0; place < PLACES; place++) {
      const hash = hashOf((first + place) & 0xffff, 1);
      if (hash < (signature[place] as number)) signature[place] = hash;
    }
  }
  return signature;
};

const SKETCHERS: Readonly<Record<string, Sketcher>> = {
  'fast similarity sketching (in use)': (set) => minhash(set, PLACES),
  'one permutation, optimal densification': onePermutation,
  SuperMinHash: superMinHash,
  'C-MinHash': circulant,
  'classic permutations': classic,
};

/** Two sets of `size` values each whose Jaccard similarity is as near to `JACCARD` as it can be, and what it is. */
function pair(size: number, trial: number): { a: Float64Array; b: Float64Array; jaccard: number } {
  const shared = Math.round((2 * size * JACCARD) / (1 + JACCARD));
  const value = (i: number): number => hashOf(i, trial + 1000);
  const a = Float64Array.from({ length: size }, (_, i) => value(i));
  const b = Float64Array.from({ length: size }, (_, i) => value(i < shared ? i : i + size));
  return { a, b, jaccard: shared / (2 * size - shared) };
}

function measure(sketch: Sketcher, size: number): { micros: number; bias: number; variance: number } {
  let sum = 0;
  let squares = 0;
  let truth = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    const { a, b, jaccard } = pair(size, trial);
    const [x, y] = [sketch(a), sketch(b)];
    const error = x.filter((minimum, i) => minimum === y[i]).length / PLACES - jaccard;
    truth = jaccard;
    sum += error;
    squares += error * error;
  }
  const { a } = pair(size, 0);
  let micros = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 5; run++) {
    const start = performance.now();
    for (let i = 0; i < 200; i++) sketch(a);
    micros = Math.min(micros, ((performance.now() - start) / 200) * 1000);
  }
  return { micros, bias: sum / TRIALS, variance: squares / TRIALS / ((truth * (1 - truth)) / PLACES) };
}

console.log(
  `| ${PLACES} places, Jaccard ${JACCARD}, ${TRIALS} pairs | values | µs a set | bias | variance / binomial |`,
);
console.log('|---|---|---|---|---|');
for (const [name, sketch] of Object.entries(SKETCHERS)) {
  for (const size of [500, 100, 26]) {
    const { micros, bias, variance } = measure(sketch, size);
    console.log(`| ${name} | ${size} | ${micros.toFixed(1)} | ${bias.toFixed(4)} | ${variance.toFixed(2)} |`);
  }
}
