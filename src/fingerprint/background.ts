import type { CorpusStats } from '../model.ts';
import english from './background.en.data.json' with { type: 'json' };

/**
 * What is known of a language before the folder is read: in how many articles of a news archive each term occurs. Null
 * for a language without one. Made by scripts/fit/background.ts; the file states from what.
 */
export function background(language: string): CorpusStats | null {
  if (language !== 'en') return null;
  loadedEnglish ??= loadBackground(Buffer.from(english.data, 'base64'));
  return loadedEnglish;
}

let loadedEnglish: CorpusStats | undefined;

/**
 * Reads document frequencies from their compact form: LEB128 numbers, first how many documents were counted, then for
 * each term, ascending, its distance from the one before and its frequency. Lines are not in it.
 *
 * @throws RangeError if the bytes end within a number
 */
export function loadBackground(bytes: Uint8Array): CorpusStats {
  let at = 0;
  const next = (): number => {
    let value = 0;
    for (let place = 1; ; place *= 128) {
      const byte = bytes[at++];
      if (byte === undefined) throw new RangeError('document frequencies end within a number');
      value += (byte & 127) * place;
      if (byte < 128) return value;
    }
  };
  const documents = next();
  const documentFrequency = new Map<number, number>();
  for (let term = 0; at < bytes.length; ) {
    term += next();
    documentFrequency.set(term, next());
  }
  return { documents, documentFrequency, recurringLines: new Set() };
}
