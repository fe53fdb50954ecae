import type { CorpusStats } from '../model/article.ts';

/** In how many of how many documents each term occurs. */
export type TermCounts = Pick<CorpusStats, 'documents' | 'documentFrequency'>;

/**
 * The compact form of term counts: LEB128 numbers, first how many documents were counted, then for each term, ascending,
 * its distance from the one before and its frequency. Some 4 bytes a term; the same counts are the same bytes.
 */
export function encodeTermCounts({ documents, documentFrequency }: TermCounts): Uint8Array {
  const bytes: number[] = [];
  const put = (value: number): void => {
    for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
    bytes.push(value);
  };
  put(documents);
  let last = 0;
  for (const term of Float64Array.from(documentFrequency.keys()).sort()) {
    put(term - last);
    put(documentFrequency.get(term) as number);
    last = term;
  }
  return Uint8Array.from(bytes);
}

/** @throws RangeError if the bytes end within a number */
export function decodeTermCounts(bytes: Uint8Array): TermCounts {
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
  return { documents, documentFrequency };
}
