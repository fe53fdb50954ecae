import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/extract/decode.ts';

const TEXT = 'Das Gespräch über die Brücke endete früh. “Schön,” sagte er.\n';

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return littleEndian ? bytes : bytes.swap16();
}

describe('decoding', () => {
  it('takes UTF-8 with and without a mark', async () => {
    expect(await decode(Buffer.from(TEXT))).toBe(TEXT);
    expect(await decode(Buffer.from(`\ufeff${TEXT}`))).toBe(TEXT);
  });

  it('takes UTF-16 of both orders, with and without a mark', async () => {
    for (const littleEndian of [true, false]) {
      expect(await decode(utf16(`\ufeff${TEXT}`, littleEndian))).toBe(TEXT);
      expect(await decode(utf16(TEXT, littleEndian))).toBe(TEXT);
      expect(await decode(utf16('会议于星期一举行。\n大家在下午离开。\n', littleEndian))).toBe(
        '会议于星期一举行。\n大家在下午离开。\n',
      );
    }
  });

  it('detects Windows-1252 by its curly quotes and umlauts', async () => {
    const bytes = Buffer.from(TEXT.replace('“', '\x93').replace('”', '\x94').repeat(5), 'latin1');
    expect(await decode(bytes)).toBe(TEXT.repeat(5));
  });

  it('detects other encodings by their letters', async () => {
    // "Переговоры о мосте закончились рано. " in windows-1251 and KOI8-R
    const cyrillic = 'Переговоры о мосте закончились рано. Никто не удивился, сообщает газета. ';
    const windows1251 = Uint8Array.from(cyrillic, (letter) => {
      const code = letter.charCodeAt(0);
      return code >= 0x410 ? code - 0x410 + 0xc0 : code;
    });
    expect(await decode(windows1251)).toBe(cyrillic);
    const shiftJis = Buffer.from('89ef8b6382cd8c8e976a93fa82c9', 'hex');
    expect(await decode(Buffer.concat(Array(6).fill(shiftJis)))).toContain('会議は');
  });

  it('keeps a UTF-8 file that has one broken character', async () => {
    const bytes = Buffer.concat([Buffer.from(TEXT.repeat(10)), Buffer.from([0xc3]), Buffer.from(' end')]);
    expect(await decode(bytes)).toBe(`${TEXT.repeat(10)}\ufffd end`);
  });

  it('sees that binaries are none', async () => {
    const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52];
    expect(await decode(Uint8Array.from(png))).toBeUndefined();
    expect(await decode(Buffer.from('%PDF-1.7\nno NUL in sight'))).toBeUndefined();
    expect(
      await decode(Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + ((i * i) >> 3)) & 0xff)),
    ).toBeUndefined();
    expect(
      await decode(Uint8Array.from({ length: 4000 }, (_, i) => 1 + (((i * 7919) ^ (i << 3)) & 0xfe))),
    ).toBeUndefined();
  });

  it('takes any bytes without throwing, and any text as it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => typeof (await decode(bytes)) !== 'object'),
    );
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        fc.pre(!text.startsWith('\ufeff'));
        expect(await decode(Buffer.from(text))).toBe(text);
      }),
    );
  });

  it('has an empty text for an empty file', async () => {
    expect(await decode(new Uint8Array())).toBe('');
  });
});
