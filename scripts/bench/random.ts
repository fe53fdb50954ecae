/** A stream of random numbers in [0, 1). */
export type Random = () => number;

/**
 * A stream that these whole numbers seed: Mulberry32 (a Weyl sequence, mixed), which passes for random in everything that
 * texts are made with and costs a few nanoseconds. Each article has its own, so that any article can be made alone.
 */
export function random(...seeds: readonly number[]): Random {
  let state = seeds.reduce((hash, seed) => scramble(Math.imul(hash, 31) ^ seed), 0x9e3779b9);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from `least` to `most`. */
export function between(draw: Random, least: number, most: number): number {
  return least + Math.floor(draw() * (most - least + 1));
}

export function oneOf<T>(draw: Random, values: readonly T[]): T {
  return values[Math.floor(draw() * values.length)] as T;
}

/** In another order (Fisher and Yates). */
export function shuffled<T>(draw: Random, values: readonly T[]): T[] {
  const order = [...values];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(draw() * (i + 1));
    [order[i], order[j]] = [order[j] as T, order[i] as T];
  }
  return order;
}

/** MurmurHash3's finalizer (Appleby): neighbouring seeds give streams that have nothing in common. */
function scramble(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}
