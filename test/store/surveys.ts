import fc from 'fast-check';
import { articleOf } from '../../src/extract/extract.ts';
import { plainText } from '../../src/extract/plainText.ts';
import type { Skip, Source } from '../../src/model/article.ts';
import type { Surveyed } from '../../src/store/surveyed.ts';
import { survey } from '../../src/survey.ts';

const WORDS = [
  'harbour',
  'Ivo',
  'sold',
  '1987',
  'roof',
  '"mend"',
  'der',
  'маяк',
  '灯台',
  'Share',
  'storm.',
  '\n\n',
  '\ud800',
];

/** The survey of a text that might be an article's, of a file or of a line of a container. */
const article: fc.Arbitrary<Surveyed | Skip> = fc
  .record({
    words: fc.array(fc.constantFrom(...WORDS), { maxLength: 80 }),
    metadata: fc.record(
      {
        title: fc.string(),
        declares: fc.array(fc.record({ field: fc.constant('canonical' as const), target: fc.string() })),
      },
      { requiredKeys: [], noNullPrototype: true },
    ),
    path: fc.string({ minLength: 1 }),
    line: fc.option(fc.integer({ min: 1, max: 1e6 }), { nil: undefined }),
  })
  .map(({ words, metadata, path, line }) => {
    const text = words.join(' ');
    const source: Source =
      line === undefined
        ? { id: path, path, format: 'text' }
        : { id: `${path}#${line}`, path, format: 'jsonl', record: { line, offset: 12, length: 345 } };
    const reading = { text, paragraphs: plainText(text), metadata };
    const read = articleOf({ source, bytes: Buffer.from(text) }, reading);
    return 'reason' in read ? read : survey(read);
  });

/** What a reading leaves: also without the parts that only rewrites need, and what was left out. */
export const surveys: fc.Arbitrary<Surveyed | Skip> = fc
  .tuple(article, fc.boolean())
  .map(([one, copiesOnly]) => (copiesOnly && !('reason' in one) ? withoutTerms(one) : one));

function withoutTerms(one: Surveyed): Surveyed {
  const terms = { ids: new Uint32Array(0), counts: new Uint16Array(0) };
  return { ...one, fingerprint: { ...one.fingerprint, terms }, telling: null };
}
