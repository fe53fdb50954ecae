import { between, oneOf, type Random } from './random.ts';
import { capitalized, commonWord, figure, fullName, topicWord } from './vocabulary.ts';

/** A sentence's words as they are written, but for the capital at its start and the full stop. */
export type Sentence = readonly string[];
export type Paragraph = readonly Sentence[];
export type Story = readonly Paragraph[];

/** What an article is about: its words come up again and again in it, and its people are named. */
export interface Topic {
  readonly words: readonly string[];
  readonly names: readonly (readonly [first: string, last: string])[];
}

export function newTopic(draw: Random): Topic {
  const words = Array.from({ length: 40 }, () => topicWord(draw));
  return { words, names: Array.from({ length: between(draw, 3, 9) }, () => fullName(draw)) };
}

/** The length of a news story in paragraphs of 2 to 4 sentences: log-normal, a median of 9 (500 words). */
export function newStory(draw: Random, topic: Topic): Story {
  const spread = Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
  const paragraphs = Math.max(2, Math.min(120, Math.round(9 * Math.exp(0.5 * spread))));
  return newParagraphs(draw, topic, paragraphs);
}

export function newParagraphs(draw: Random, topic: Topic, paragraphs: number): Story {
  return Array.from({ length: paragraphs }, () =>
    Array.from({ length: between(draw, 2, 4) }, () => newSentence(draw, topic)),
  );
}

/** Words in common use, every fifth of the topic; now and then a name or a figure, a comma, or somebody's own words. */
function newSentence(draw: Random, topic: Topic): Sentence {
  const words: string[] = [];
  for (let left = between(draw, 8, 27); left > 0; left--) {
    const kind = draw();
    if (kind < 0.03) words.push(figure(draw));
    else if (kind < 0.07) words.push(oneOf(draw, topic.names)[1]);
    // The square makes some of the topic's words much commoner than others.
    else if (kind < 0.27) words.push(topic.words[Math.floor(draw() ** 2 * topic.words.length)] as string);
    else words.push(commonWord(draw));
    if (left > 3 && draw() < 0.06) words.push(`${words.pop()},`);
  }
  if (draw() > 0.12) return words;
  return [
    `"${capitalized(words[0] as string)}`,
    ...words.slice(1, -1),
    `${words.at(-1)},"`,
    'said',
    ...oneOf(draw, topic.names),
  ];
}

/** The text as it is written. With `curly`, quotes are typographic, as in one outlet of five. */
export function written(story: Story, curly: boolean): string {
  const sentence = (words: Sentence): string => `${capitalized(words.join(' '))}.`;
  const text = story.map((paragraph) => paragraph.map(sentence).join(' ')).join('\n\n');
  return curly ? text.replaceAll(' "', ' “').replaceAll('\n"', '\n“').replace(/^"/, '“').replaceAll('"', '”') : text;
}
