import type { Raw, Skimmed, Span, Written } from '../model/article.ts';
import known from './knownLines.ts?value';
import { metadata } from './metadata.ts';
import { type Scanner, scanner } from './scanner.ts';
import { hashSurface } from './wordsPlain.ts';

/**
 * What `extract` would say of a source, as far as copies need it, read from its bytes in one pass and without a string
 * made of the text. Null where that is not all there is to say: nothing is set aside of what is skimmed, and of a record
 * only the title is known.
 */
export function skim(raw: Raw): Skimmed | null {
  const scanned = scan(raw);
  if (scanned === null) return null;
  const { kernel, words, lines } = scanned;
  return {
    source: raw.source,
    metadata: metadataOf(raw),
    language: 'und',
    words: { hashes: kernel.hashes.subarray(0, words) },
    lineHashes: kernel.lineHashes.slice(0, lines),
  };
}

/** The words of a source by the same pass, where they are as written, and the hashes of its lines. */
export function skimWritten(raw: Raw): (Written & Pick<Skimmed, 'lineHashes'>) | null {
  const scanned = scan(raw);
  if (scanned === null) return null;
  const { kernel, units, words, lines } = scanned;
  const { hashes, starts, ends } = kernel;
  return {
    prose: { text: kernel.text.toString('utf16le', 0, 2 * units) },
    words: { hashes: hashes.slice(0, words), starts: starts.slice(0, words), ends: ends.slice(0, words) },
    lineHashes: kernel.lineHashes.slice(0, lines),
  };
}

/** What the kernel has found: in its memory, until the next one is scanned. */
interface Scanned {
  readonly kernel: Scanner;
  readonly units: number;
  readonly words: number;
  readonly lines: number;
}

function scan(raw: Raw): Scanned | null {
  if (knowing === undefined) knowing = knowingScanner();
  const kernel = knowing;
  const place = placeOfText(raw);
  if (kernel === null || place === null || place.end - place.start > kernel.limit) return null;
  kernel.source.set(raw.bytes.subarray(place.start, place.end));
  const units = kernel.units(place.end - place.start, raw.fields === undefined ? 0 : 1);
  const paragraphs = units < 0 ? -1 : kernel.paragraphs(units);
  if (paragraphs < 0) return null;
  const words = kernel.words(units);
  if (words === 0) return null;
  hashComplexWords(kernel);
  const lines = kernel.ordinary(paragraphs, words);
  return lines < 0 ? null : { kernel, units, words, lines };
}

let knowing: Scanner | null | undefined;

/** The scanner, when it has been told which lines carry no article. */
function knowingScanner(): Scanner | null {
  const kernel = scanner();
  for (const hash of Object.values(known).flat()) kernel?.know(hash);
  return kernel;
}

/** Where the text is in a source's bytes; null where it is not told by its place. */
function placeOfText({ source, bytes, fields }: Raw): Span | null {
  if (source.format === 'text') return { start: 0, end: bytes.length };
  const text = fields?.text;
  if (text?.kind !== 'plain' && text?.kind !== 'escaped') return null;
  return { start: text.start + 1, end: text.end - 1 };
}

function hashComplexWords({ hashes, starts, ends, complex, complexWords, text }: Scanner): void {
  const count = complexWords();
  for (let i = 0; i < count; i++) {
    const word = complex[i] as number;
    const surface = text.toString('utf16le', 2 * (starts[word] as number), 2 * (ends[word] as number));
    hashes[word] = hashSurface(surface, 0, surface.length);
  }
}

function metadataOf({ bytes, fields }: Raw): Skimmed['metadata'] {
  const title = fields?.title;
  return title?.kind === 'plain' || title?.kind === 'escaped' ? metadata(stringAt(bytes, title)) : {};
}

function stringAt({ buffer, byteOffset, byteLength }: Uint8Array, { start, end }: Span): string {
  return JSON.parse(Buffer.from(buffer, byteOffset, byteLength).toString('utf8', start, end));
}
