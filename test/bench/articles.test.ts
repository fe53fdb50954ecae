import { expect, test } from 'vitest';
import { newsArticles } from '../../scripts/bench/articles.ts';
import { HARD } from '../../scripts/bench/hard.ts';
import { random } from '../../scripts/bench/random.ts';
import { newStory, newTopic, written } from '../../scripts/bench/story.ts';
import { TOKENIZATIONS } from '../../scripts/bench/tokenizations.ts';
import { alikePairs } from '../../scripts/bench/truth.ts';
import { edited } from '../../scripts/bench/variants.ts';
import { words } from '../../src/extract/words.ts';
import { jaccard as jaccardOfSets } from '../../src/fingerprint/jaccard.ts';
import { shingleSequence, shingleSet } from '../../src/fingerprint/shingles.ts';

const SIZE = 200;
const collection = newsArticles(SIZE, 1);
const texts = Array.from({ length: SIZE }, (_, index) => collection.text(index));

function jaccard(x: ReadonlySet<unknown>, y: ReadonlySet<unknown>): number {
  const common = [...x].filter((member) => y.has(member)).length;
  return common / (x.size + y.size - common);
}

test('the same seed gives the same articles, one by one or in another order; another seed gives others', () => {
  const again = newsArticles(SIZE, 1);
  for (const index of [199, 7, 0, 100]) expect(again.text(index)).toBe(texts[index]);
  expect(newsArticles(SIZE, 2).text(7)).not.toBe(texts[7]);
});

test('the families hold all pairs that are alike: the truth is the brute force of all with all', () => {
  const sets = texts.map((text) => shingleSet(shingleSequence(words(text).hashes)));
  const alike: string[] = [];
  for (let i = 0; i < SIZE; i++) {
    for (let j = i + 1; j < SIZE; j++) {
      if (jaccardOfSets(sets[i] as Float64Array, sets[j] as Float64Array) >= 0.3) alike.push(`${i} ${j}`);
    }
  }
  const listed = [...alikePairs(collection)].filter((pair) => pair.words >= 0.3);
  const index = (id: string): number => Number(id.slice(1));
  expect(listed.map(({ a, b }) => `${index(a)} ${index(b)}`).sort()).toEqual(alike.sort());
  expect(alike.length).toBeGreaterThan(SIZE / 10);
});

test.each([0.01, 0.04, 0.12])('an edit level of %s leaves the share of phrases that it should', (level) => {
  const draw = random(3);
  const similarities = Array.from({ length: 60 }, () => {
    const story = newStory(draw, newTopic(draw));
    const sets = [story, edited(draw, story, level)].map((version) => TOKENIZATIONS.words(written(version, false)));
    return jaccard(sets[0] as ReadonlySet<number>, sets[1] as ReadonlySet<number>);
  });
  const mean = similarities.reduce((sum, value) => sum + value, 0) / similarities.length;
  const left = (1 - level) ** 5;
  expect(Math.abs(mean - left / (2 - left))).toBeLessThan(0.05);
});

test('in the hard collections all articles have a passage in common, and only copies are all equal', () => {
  for (const [name, make] of Object.entries(HARD)) {
    const { text } = make(20, 1);
    const sets = Array.from({ length: 20 }, (_, index) => TOKENIZATIONS.words(text(index)));
    const distinct = new Set(Array.from({ length: 20 }, (_, index) => text(index))).size;
    expect(distinct).toBe(name === 'copies' ? 1 : 20);
    if (name !== 'mashup') expect(sets.every((set) => jaccard(set, sets[0] as ReadonlySet<number>) > 0)).toBe(true);
  }
});
