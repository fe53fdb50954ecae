import { between, oneOf, type Random } from './random.ts';

/** The commonest words of English news, the commonest first. */
const FUNCTION_WORDS: readonly string[] =
  `the of to and a in that for is on was with said as it at by from he be are has have its not will but an this who had
they his been were their would which more or one about after when we she than there out up all no if can what her so also
into over last other new some could two time only first most may many them before such now where even through our because
between under while during against both these those any should since until without within`.split(/\s+/);

/** So large a part of running English prose is function words. */
const FUNCTION_SHARE = 0.42;

const ONSETS = 'b br c ch cl d dr f fl g gr h l m n p pl r s sh st t tr v'.split(' ');
const VOWELS = 'a e i o u ea ai ou oo'.split(' ');
const ENDINGS = ['', 'n', 'r', 's', 'l', 'ting', 'ted', 'rs', 'tion', 'nt'];
const SYLLABLES = ONSETS.length * VOWELS.length;

/** Content words: all that two syllables make. */
export const CONTENT_WORDS: number = SYLLABLES ** 2;

/** A probability's resolution: what is rarer than one in a million words does not occur. */
const RESOLUTION = 2 ** 20;

/** Which rank each of a million equally likely draws gives: Zipf's law with Mandelbrot's shift, as English has it. */
const RANKS: Uint16Array = zipf(CONTENT_WORDS, 1.05, 2.7);
const FUNCTION_RANKS: Uint16Array = zipf(FUNCTION_WORDS.length, 0.9, 0.5);
const WORDS: readonly string[] = Array.from({ length: CONTENT_WORDS }, (_, rank) => contentWord(rank));
const RANK_OF: ReadonlyMap<string, number> = new Map(WORDS.map((word, rank) => [word, rank]));

/** A word of running prose that belongs to no topic. */
export function commonWord(draw: Random): string {
  if (draw() < FUNCTION_SHARE) {
    return FUNCTION_WORDS[FUNCTION_RANKS[Math.floor(draw() * RESOLUTION)] as number] as string;
  }
  return WORDS[RANKS[Math.floor(draw() * RESOLUTION)] as number] as string;
}

/** A content word, rare ones as likely as common ones on a scale of logarithms: what an article is about. */
export function topicWord(draw: Random): string {
  return WORDS[Math.floor(100 * (CONTENT_WORDS / 100) ** draw())] as string;
}

/** Another word for the same thing: content words come in couples of about the same rarity. */
export function synonym(word: string): string {
  const rank = RANK_OF.get(word);
  return rank === undefined ? word : (WORDS[rank ^ 1] as string);
}

/** Somebody's name, a first and a last one: nearly always a new one. */
export function fullName(draw: Random): readonly [first: string, last: string] {
  return [capitalized(nameWord(draw, 2)), capitalized(nameWord(draw, 3))];
}

/** A year, a share, an amount. */
export function figure(draw: Random): string {
  const kind = draw();
  if (kind < 0.3) return String(between(draw, 2, 99));
  if (kind < 0.5) return String(between(draw, 1950, 2026));
  if (kind < 0.7) return `${between(draw, 1, 99)}.${between(draw, 0, 9)}`;
  return `${between(draw, 1, 999)},${String(between(draw, 0, 999)).padStart(3, '0')}`;
}

export function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function nameWord(draw: Random, syllables: number): string {
  return (
    Array.from({ length: syllables }, () => oneOf(draw, ONSETS) + oneOf(draw, VOWELS)).join('') +
    oneOf(draw, 'nrslk'.split(''))
  );
}

function contentWord(rank: number): string {
  // A multiplier without a factor in common with the number of words: each comes once, and neighbours look different.
  const place = (rank * 30_011) % CONTENT_WORDS;
  return (
    syllable(place % SYLLABLES) + syllable(Math.floor(place / SYLLABLES)) + (ENDINGS[place % ENDINGS.length] as string)
  );
}

function syllable(place: number): string {
  return (ONSETS[place % ONSETS.length] as string) + (VOWELS[Math.floor(place / ONSETS.length)] as string);
}

function zipf(words: number, exponent: number, shift: number): Uint16Array {
  const weights = Array.from({ length: words }, (_, rank) => (rank + 1 + shift) ** -exponent);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const ranks = new Uint16Array(RESOLUTION);
  let rank = 0;
  let reached = (weights[0] as number) / total;
  for (let i = 0; i < RESOLUTION; i++) {
    while (reached < i / RESOLUTION && rank < words - 1) reached += (weights[++rank] as number) / total;
    ranks[i] = rank;
  }
  return ranks;
}
