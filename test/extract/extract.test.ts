import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import { lineAt } from '../../src/extract/prose.ts';
import type { Article, Format, Raw, Skip } from '../../src/model/article.ts';

const CONFIG = { textField: 'text', titleField: 'title', minWords: 30 };

const raw = (text: string | Uint8Array, format: Format = 'text', path = 'a.txt'): Raw => ({
  source: { id: path, path, format },
  bytes: typeof text === 'string' ? Buffer.from(text) : text,
});

async function article(text: string, format: Format = 'text', recurring?: ReadonlySet<number>): Promise<Article> {
  const read = await extract(raw(text, format), CONFIG, recurring);
  if ('reason' in read) throw new Error(read.detail);
  return read;
}

const BODY =
  'The council closed the old bridge on Monday, because it is “not safe” for the cars that cross it.\n\nIt will stay closed for two years, and nobody knows who pays.';

describe('an article', () => {
  it('has the same words whatever its format, quotes, markup and metadata', async () => {
    const straight = BODY.replace(/[“”]/g, '"');
    const [first, second] = straight.split('\n\n');
    const tellings = await Promise.all([
      article(BODY),
      article(`---\ntitle: The bridge\n---\n\n${straight.replace('old', '**old**')}`, 'markdown'),
      article(`<html><title>The bridge</title><body><p>${first}</p><p>${second}</p></body></html>`, 'html'),
      article(JSON.stringify({ id: 1, text: straight.toUpperCase() }), 'jsonl'),
    ]);
    for (const { words } of tellings) expect(words.hashes).toEqual(tellings[0]?.words.hashes);
  });

  it('has no words where lines were set aside, and says what and where', async () => {
    const read = await article(`Share\n\nOld bridge is closed\n\n${BODY}\n\nOld bridge is closed`);
    expect(read.setAside.map(({ reason, line, text }) => [reason, line, text])).toEqual([
      ['share-line', 1, 'Share'],
      ['repeated-line', 9, 'Old bridge is closed'],
    ]);
    expect(read.words.hashes.length).toBe((await article(`Old bridge is closed\n\n${BODY}`)).words.hashes.length);
    for (const { start, end, text } of read.setAside) expect(read.prose.text.slice(start, end)).toBe(text);
  });

  it('counts the same lines, whatever is set aside', async () => {
    const read = await article(BODY);
    expect(read.lineHashes.length).toBe(2);
    const again = await article(BODY, 'text', new Set([read.lineHashes[1] as number]));
    expect(again.lineHashes).toEqual(read.lineHashes);
    expect(again.setAside.map(({ reason }) => reason)).toEqual(['recurring-line']);
    expect(again.words.hashes.length).toBeLessThan(read.words.hashes.length);
  });

  it('may be short: whether it is too short is decided later', async () => {
    expect((await article('Two words')).words.hashes.length).toBe(2);
  });

  it('knows its language, metadata and digest', async () => {
    const read = await article(`---\ntitle: The bridge\nlang: en-GB\n---\n\n${BODY}`, 'markdown');
    expect(read).toMatchObject({ language: 'en', metadata: { title: 'The bridge', language: 'en-GB' } });
    expect(read.contentDigest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('from a record is on the record’s line', async () => {
    const bytes = Buffer.from(JSON.stringify({ text: BODY }));
    const source = {
      id: 'a.jsonl#7',
      path: 'a.jsonl',
      format: 'jsonl',
      record: { line: 7, offset: 0, length: bytes.length },
    } as const;
    const read = (await extract({ source, bytes }, CONFIG)) as Article;
    expect(lineAt(read.prose, read.prose.text.length - 1)).toBe(7);
  });
});

describe('what is no article', () => {
  const skip = (text: string | Uint8Array, format?: Format) => extract(raw(text, format), CONFIG) as Promise<Skip>;

  it('is named with its reason', async () => {
    expect(await skip(Uint8Array.of(0, 1, 2, 0, 0, 9))).toEqual({ path: 'a.txt', reason: 'binary', detail: 'no text' });
    expect(await skip('')).toEqual({ path: 'a.txt', reason: 'empty', detail: 'no words' });
    expect(await skip('— … 😀')).toMatchObject({ reason: 'empty' });
    expect(await skip('Share\n\nRead more')).toMatchObject({
      reason: 'empty',
      detail: 'all of its 3 words are set aside',
    });
    expect(await skip('{"body": "x"}', 'jsonl')).toMatchObject({
      reason: 'bad-record',
      detail: expect.stringContaining('body'),
    });
    expect(await skip('---\ndedupe: false\n---\n\nText.', 'markdown')).toMatchObject({ reason: 'disabled' });
    expect(await skip('<div>'.repeat(5000), 'html')).toMatchObject({ reason: 'bad-markup' });
  });
});

describe('extraction', () => {
  it('takes any bytes in any format without throwing', async () => {
    const formats = fc.constantFrom<Format>('text', 'markdown', 'html', 'jsonl');
    const content = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 100 }));
    await fc.assert(
      fc.asyncProperty(content, formats, async (bytes, format) => {
        const read = await extract(raw(bytes, format), CONFIG);
        if ('reason' in read) return;
        const { prose, words, setAside } = read;
        for (const { start, end } of [...prose.paragraphs, ...prose.sentences, ...setAside]) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(prose.text.length);
        }
        expect(words.starts.length).toBe(words.hashes.length);
        expect(words.ends.length).toBe(words.hashes.length);
      }),
      { numRuns: 300 },
    );
  });

  it('of the same bytes is the same', async () => {
    expect(article(BODY)).toEqual(article(BODY));
  });
});
