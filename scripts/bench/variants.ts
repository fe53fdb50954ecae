import { between, oneOf, type Random, shuffled } from './random.ts';
import { newParagraphs, type Sentence, type Story, type Topic } from './story.ts';
import { commonWord, synonym } from './vocabulary.ts';

/**
 * The share of words that an editor changes, one level as likely as the other. A level of e leaves (1-e)^5 of the word
 * 5-shingles, a Jaccard of about (1-e)^5 / (2 - (1-e)^5): 1, 0.95, 0.91, 0.82, 0.69, 0.58, 0.49, 0.36.
 */
export const EDIT_LEVELS: readonly number[] = [0, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.12];

/** One word after the other is replaced, dropped or followed by a new one, with the probability `level`. */
export function edited(draw: Random, story: Story, level: number): Story {
  const edit = (sentence: Sentence): Sentence =>
    sentence.flatMap((word) => {
      if (draw() >= level) return [word];
      const kind = draw();
      if (kind < 0.6) return [commonWord(draw)];
      return kind < 0.8 ? [] : [word, commonWord(draw)];
    });
  // A sentence that lost all its words would be a lone full stop.
  return story.map((paragraph) => paragraph.map(edit).filter((sentence) => sentence.length > 0));
}

/** The same report in other words: sentences change places within three paragraphs, most words have a synonym. */
export function rewritten(draw: Random, story: Story): Story {
  const reworded = story.map((paragraph) =>
    paragraph.map((sentence) => sentence.map((word) => (draw() < 0.6 ? synonym(word) : word))),
  );
  const parts = Array.from({ length: Math.ceil(reworded.length / 3) }, (_, i) => reworded.slice(3 * i, 3 * i + 3));
  return parts.flatMap((paragraphs) => {
    const sentences = shuffled(draw, paragraphs.flat());
    return paragraphs.map((_, i) =>
      sentences.slice((i * sentences.length) / paragraphs.length, ((i + 1) * sentences.length) / paragraphs.length),
    );
  });
}

/** A later report on the same topic, which ends with what the first said in two or three paragraphs. */
export function followUp(draw: Random, story: Story, topic: Topic): Story {
  const background = story.slice(0, between(draw, 2, 3));
  return [...newParagraphs(draw, topic, Math.max(3, story.length)), ...background];
}

/** A stretch of the story, half of it or less. */
export function excerpt(draw: Random, story: Story): Story {
  const size = Math.max(1, Math.round(story.length * oneOf(draw, [0.25, 0.33, 0.5])));
  const from = between(draw, 0, story.length - size);
  return story.slice(from, from + size);
}
