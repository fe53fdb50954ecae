import type { Collection } from './articles.ts';
import { oneOf, random, shuffled } from './random.ts';
import { newParagraphs, newStory, newTopic, type Story, written } from './story.ts';
import { figure } from './vocabulary.ts';

/** Collections that are hard for a search, for every article meets every other. */
export const HARD: Readonly<Record<string, (size: number, seed: number) => Collection>> = {
  /** All articles share one paragraph. */
  paragraph: (size, seed) => {
    const standing = newParagraphs(random(seed, 5), newTopic(random(seed, 6)), 1);
    return alike(size, (index) => [...ownStory(seed, index), ...standing]);
  },
  /** All are one template with other figures. */
  template: (size, seed) => {
    const story = ownStory(seed, 0);
    return alike(size, (index) => {
      const draw = random(seed, index, 3);
      return story.map((paragraph) =>
        paragraph.map((sentence) => sentence.map((word) => (/\d/.test(word) ? figure(draw) : word))),
      );
    });
  },
  /** All are made of twelve sentences each, from one pool of a thousand. */
  mashup: (size, seed) => {
    const draw = random(seed, 7);
    const pool = Array.from({ length: 1000 }, () => newParagraphs(draw, newTopic(draw), 1)[0]?.[0] ?? []);
    return alike(size, (index) => {
      const own = random(seed, index, 3);
      return [
        shuffled(
          own,
          Array.from({ length: 12 }, () => oneOf(own, pool)),
        ),
      ];
    });
  },
  /** All are one article. */
  copies: (size, seed) => alike(size, () => ownStory(seed, 0)),
};

function ownStory(seed: number, index: number): Story {
  const draw = random(seed, index, 3);
  return newStory(draw, newTopic(draw));
}

/** One family: its truth is not computed by pairs, which would be quadratic in the size. */
function alike(size: number, story: (index: number) => Story): Collection {
  return { size, text: (index) => written(story(index), false), families: () => [] };
}
