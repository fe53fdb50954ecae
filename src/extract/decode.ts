import { isAscii } from 'node:buffer';

/** git looks for a NUL in as many bytes to tell binary from text (buffer_is_binary in xdiff-interface.c). */
const BINARY_SAMPLE = 8000;

/** Of the control characters only white space and escapes occur in text; random bytes hold 11 % of the others. */
const MAX_CONTROL_SHARE = 0.04;

/** One broken character in so many is a damaged UTF-8 file; more is another encoding. */
const DAMAGED_SHARE = 1 / 200;

/** Magic numbers of formats that may pass for text at their beginning. */
const BINARY_MAGIC: readonly string[] = ['%PDF-', '%!PS-', '{\\rtf', 'PK\u0003\u0004', '\u001f\u008b', '\u0089PNG'];

/**
 * The text of a file's bytes, without its byte order mark: UTF-8, UTF-16 with or without a mark, else the encoding that
 * chardet finds most likely. `undefined` if the bytes are no text.
 */
export async function decode(bytes: Uint8Array): Promise<string | undefined> {
  const head = bytes.subarray(0, BINARY_SAMPLE);
  // Most articles are ASCII, which reads the same in UTF-8: a tenth of the time, since nothing is decoded.
  if (isAscii(bytes) && !head.includes(0)) return isBinary(head) ? undefined : asciiText(bytes);
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) return new TextDecoder(marked).decode(bytes);

  if (head.includes(0)) {
    const wide = wideEncoding(head);
    return wide === undefined ? undefined : new TextDecoder(wide).decode(bytes);
  }
  if (isBinary(head)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    if (isDamagedUtf8(bytes)) return new TextDecoder('utf-8').decode(bytes);
    // Few texts are in other encodings, and what tells these apart is long to load.
    const { decodeLegacy } = await import('./decodeLegacy.ts');
    return decodeLegacy(bytes);
  }
}

function asciiText({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes[2] === 0 && bytes[3] === 0 ? undefined : 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/**
 * UTF-16 without a mark. Read in the right order it holds neither NULs nor other controls nor lone surrogates, as binary
 * files do; in the wrong order, its spaces, line ends and full stops are other signs.
 */
function wideEncoding(head: Uint8Array): string | undefined {
  const candidates = ['utf-16le', 'utf-16be'].map((encoding) => {
    const text = new TextDecoder(encoding).decode(head.subarray(0, head.length & ~1));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells
    const isText = !/[\0-\x08\x0e-\x1a\ufffe\uffff]/.test(text) && !text.slice(0, -1).includes('\ufffd');
    return { encoding, signs: isText ? (text.match(/[ \n.,、。，]/g)?.length ?? 0) : 0 };
  });
  const best = candidates.reduce((a, b) => (b.signs > a.signs ? b : a));
  return best.signs > 0 ? best.encoding : undefined;
}

function isBinary(head: Uint8Array): boolean {
  const start = String.fromCharCode(...head.subarray(0, 5));
  if (BINARY_MAGIC.some((magic) => start.startsWith(magic))) return true;
  let controls = 0;
  for (let i = 0; i < head.length; i++) {
    const byte = head[i] as number;
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b) controls++;
  }
  return controls > MAX_CONTROL_SHARE * head.length;
}

function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.split('\ufffd').length - 1;
  const intact = text.replace(/[\0-\x7f\ufffd]+/g, '').length;
  return broken <= Math.max(1, DAMAGED_SHARE * text.length) && intact > 2 * broken;
}
