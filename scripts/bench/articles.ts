import { between, oneOf, type Random, random } from './random.ts';
import { newStory, newTopic, type Story, type Topic, written } from './story.ts';
import { EDIT_LEVELS, edited, excerpt, followUp, rewritten } from './variants.ts';

/** A collection of articles of which each can be made alone, again and again the same. */
export interface Collection {
  readonly size: number;
  readonly text: (index: number) => string;
  /** The groups of articles, ascending, outside of which no two have a passage in common; those of one are left out. */
  readonly families: () => Iterable<readonly number[]>;
}

export function idOf(index: number): string {
  return `a${String(index).padStart(7, '0')}`;
}

/** Of all articles: a fifth edited copies, and some rewrites, follow-ups and excerpts; the others are stories of their own. */
const SHARES = [
  ['edited', 0.2],
  ['rewritten', 0.03],
  ['followUp', 0.03],
  ['excerpt', 0.02],
] as const;

type Kind = (typeof SHARES)[number][0] | 'own';

/**
 * News articles as an archive holds them. What is copied is any story of the collection, before or after the copy; every
 * third copy is of one story in fifty, so that there are families of one to a dozen.
 */
export function newsArticles(size: number, seed: number): Collection {
  const kindOf = (index: number): Kind => {
    if (index === 0) return 'own';
    let draw = random(seed, index, 1)();
    for (const [kind, share] of SHARES) {
      if (draw < share) return kind;
      draw -= share;
    }
    return 'own';
  };
  const originalOf = (index: number): number => {
    if (kindOf(index) === 'own') return index;
    const draw = random(seed, index, 2);
    let original = draw() < 1 / 3 ? 50 * between(draw, 0, Math.floor((size - 1) / 50)) : between(draw, 0, size - 1);
    while (kindOf(original) !== 'own') original = (original + 1) % size;
    return original;
  };
  const text = (index: number): string => {
    const original = originalOf(index);
    const draw = random(seed, original, 3);
    const topic = newTopic(draw);
    const story = newStory(draw, topic);
    return written(variant(kindOf(index), random(seed, index, 4), story, topic), original % 5 === 0);
  };
  return { size, text, families: () => familiesOf(size, originalOf) };
}

function variant(kind: Kind, draw: Random, story: Story, topic: Topic): Story {
  if (kind === 'edited') return edited(draw, story, oneOf(draw, EDIT_LEVELS));
  if (kind === 'rewritten') return rewritten(draw, story);
  if (kind === 'followUp') return followUp(draw, story, topic);
  return kind === 'excerpt' ? excerpt(draw, story) : story;
}

function* familiesOf(size: number, originalOf: (index: number) => number): Generator<readonly number[]> {
  const members = new Map<number, number[]>();
  for (let index = 0; index < size; index++) {
    const original = originalOf(index);
    if (original === index) continue;
    const family = members.get(original);
    if (family) family.push(index);
    else members.set(original, [original, index]);
  }
  for (const family of members.values()) yield family.sort((i, j) => i - j);
}
