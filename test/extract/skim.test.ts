import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../src/collect/fields.ts';
import { extract } from '../../src/extract/extract.ts';
import { HOMES, POINTERS, SECTIONS } from '../../src/extract/navigationWords.ts';
import { skim, skimWritten } from '../../src/extract/skim.ts';
import { wordsPlain } from '../../src/extract/wordsPlain.ts';
import type { Format, Raw, Written } from '../../src/model/article.ts';

const CONFIG = { textField: 'text', titleField: 'title', minWords: 30 };

function fileOf(text: string | Uint8Array, format: Format = 'text'): Raw {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return { source: { id: 'a', path: 'a', format }, bytes };
}

function recordOf(record: object): Raw {
  const bytes = new TextEncoder().encode(JSON.stringify(record));
  const fields = fieldsOf(bytes, 'id', 'text', 'title');
  return {
    source: { id: 'a#1', path: 'a', format: 'jsonl', record: { line: 1, offset: 0, length: bytes.length } },
    bytes,
    ...(fields && { fields }),
  };
}

/** What was skimmed is what is extracted; gives whether anything was. */
async function agrees(raw: Raw): Promise<boolean> {
  const skimmed = skim(raw);
  if (skimmed === null) return false;
  const hashes = skimmed.words.hashes.slice();
  const article = await extract(raw, CONFIG);
  if ('reason' in article) throw new Error(`left out: ${article.detail}`);
  expect(hashes).toEqual(article.words.hashes);
  expect(skimmed.lineHashes).toEqual(article.lineHashes);
  expect(article.setAside).toEqual([]);
  expect(skimmed.metadata.title).toBe(article.metadata.title);
  const written = skimWritten(raw) as Written;
  expect(surfaces(written)).toEqual(surfaces(article));
  // What parts words in the source may be less plain than in the article, but not plainer.
  const inArticle = betweenBreaks(article);
  expect(betweenBreaks(written).every((isBetween, i) => !isBetween || inArticle[i])).toBe(true);
  return true;
}

function surfaces({ prose, words: { starts, ends } }: Written): string[] {
  return Array.from(starts, (start, i) => prose.text.slice(start, ends[i]));
}

/** Of each word whether it has a space, a line break or the end of the text on both sides. */
function betweenBreaks({ prose: { text }, words: { starts, ends } }: Written): boolean[] {
  const isBreak = (unit: string | undefined): boolean => unit === undefined || unit === ' ' || unit === '\n';
  return Array.from(starts, (start, i) => isBreak(text[start - 1]) && isBreak(text[ends[i] as number]));
}

const word = fc.constantFrom(
  ...'the a river Harbour council voted on Tuesday ponte Straße 1,000 3.5 don’t l’eau 漢字 かな กำลัง １ ２ ｶﾞ ﬁn é é İ 😀 𝐀'.split(
    ' ',
  ),
  ...['Home', 'Read more', 'News', 'Share', 'Advertisement', 'By', 'x'.repeat(130), '9'.repeat(128)],
);
const gap = fc.oneof(
  { weight: 12, arbitrary: fc.constant(' ') },
  fc.constantFrom(
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '.\n',
    ',\n',
    ': ',
    ' | ',
    ' > ',
    '  ',
    '\n  ',
    '\n\t',
    ' / ',
    '：',
    '.”\n',
    '\u2028',
  ),
  fc.constantFrom(
    '\u3000',
    '\u00a0\n',
    '\u200b',
    '\u200b\n',
    '\u00ad',
    '\ufeff',
    '\u0301',
    '\0',
    '\v',
    '\f',
    '\ud800',
    '’',
  ),
);
const pieces = fc.array(fc.tuple(word, gap), { maxLength: 60 });
const prose = pieces.map((all) => all.flat().join(''));
/** Lines as long as hand-wrapped ones and longer, indented, the same ones again, and such as lead elsewhere. */
const line = fc.tuple(
  fc.constantFrom('', '', '', '  ', '\t', '\u3000'),
  fc.constantFrom(
    '',
    '',
    '',
    'Home | News ',
    'Read more: ',
    'Read more：',
    'Home » World » ',
    'News\ufeff\ufeffHome',
    'Advertisement',
  ),
  fc.array(word, { maxLength: 14 }),
  fc.constantFrom('', '.', '?”', ','),
);
const lined = fc
  .tuple(
    fc.array(line, { minLength: 1, maxLength: 6 }),
    fc.array(fc.nat(5), { maxLength: 10 }),
    fc.constantFrom('\n', '\n\n'),
  )
  .map(([lines, order, join]) => {
    const written = lines.map(([indent, lead, words, end]) => `${indent}${lead}${words.join(' ')}${end}`);
    return order.map((i) => written[i % written.length]).join(join);
  });

describe('what is skimmed of an article', () => {
  it('is what is extracted, whatever the text', async () => {
    let skimmed = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(prose, lined), fc.boolean(), async (text, isRecord) => {
        const raw = isRecord ? recordOf({ title: text.slice(0, 20), text, more: [text.slice(0, 5)] }) : fileOf(text);
        if (await agrees(raw)) skimmed++;
      }),
      { numRuns: 4000 },
    );
    expect(skimmed).toBeGreaterThan(1000);
  });

  it('is what is extracted, whatever the bytes', async () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 5 }),
      fc.string({ unit: 'binary', maxLength: 20 }).map((text) => new TextEncoder().encode(text)),
      fc.constant(new TextEncoder().encode('The council voted on Tuesday.\n')),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 10 }), async (parts) => {
        await agrees(fileOf(Buffer.concat(parts)));
      }),
      { numRuns: 4000 },
    );
  });

  it('is what is extracted of a JSON string, however it is escaped', async () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom(...'"\\/\b\f\n\r\t', '\ud83d', '\ude00', '\0'),
    );
    const escaped = (text: string) =>
      Array.from({ length: text.length }, (_, i) => `\\u${text.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(unit, fc.boolean()), { maxLength: 30 }), async (units) => {
        const literal = units.map(([text, isEscaped]) =>
          isEscaped ? escaped(text) : JSON.stringify(text).slice(1, -1),
        );
        const bytes = new TextEncoder().encode(`{"text":"words ${literal.join(' or ')}"}`);
        const raw = recordOf({});
        await agrees({ ...raw, bytes, fields: fieldsOf(bytes, 'id', 'text', 'title') as NonNullable<Raw['fields']> });
      }),
      { numRuns: 2000 },
    );
  });

  it('is all that there is of ordinary articles', async () => {
    const story =
      'The harbour will close in May.\n\nFour in ten boats have left since 2011, the council said: “We’re ready.”\n';
    expect(await agrees(fileOf(story))).toBe(true);
    expect(await agrees(recordOf({ id: 7, title: ' The\nharbour ', text: story }))).toBe(true);
    const wrapped =
      'The harbour will close in May, since\nfour in ten boats have left it, and\nthe council is ready.\n';
    expect(await agrees(fileOf(`${wrapped}\n${wrapped.replace('May', 'June')}`))).toBe(true);
  });

  it('is nothing where a line may be set aside, or the text is no more than its words', () => {
    const story = 'Council closes the harbour\n\nIt voted on Tuesday to close it.\n\n';
    expect(skim(fileOf(`${story}Boats have left.`))).not.toBeNull();
    const lines = [
      'Advertisement',
      'Home | News',
      'Read more: three navies want one port',
      'Read more：three navies want one port',
      'News\ufeff\ufeffHome',
      'Home > World > Inland Sea',
      'It voted on Tuesday, to close it.',
      'Boats at dusk: council closes the harbour',
    ];
    for (const line of lines) expect(skim(fileOf(story + line)), line).toBeNull();
    expect(skim(fileOf('. . .'))).toBeNull();
    expect(skim(fileOf('x '.repeat(32_769)))).toBeNull();
    expect(skim(fileOf('# One', 'markdown'))).toBeNull();
    expect(skim(recordOf({ text: 7 }))).toBeNull();
  });

  it('is the same whatever was skimmed before, and up to the limits', async () => {
    for (const lines of [1, 8191, 8192, 8193, 2])
      await agrees(fileOf(Array.from({ length: lines }, (_, i) => i).join('\n')));
    for (const length of [65_535, 65_536, 65_537, 5]) await agrees(fileOf('one two. '.repeat(7300).slice(0, length)));
  });
});

it('menus, homes and pointers that are known have no more words than are looked at', () => {
  for (const entry of [...SECTIONS, ...HOMES, ...POINTERS]) {
    expect(wordsPlain(entry).hashes.length, entry).toBeLessThanOrEqual(8);
    expect(wordsPlain(entry).hashes.length, entry).toBeGreaterThan(0);
  }
});
