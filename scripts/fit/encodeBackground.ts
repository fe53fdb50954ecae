import type { CorpusStats } from '../../src/model.ts';

/** Document frequencies in the compact form that `loadBackground` reads. */
export function encodeBackground({
  documents,
  documentFrequency,
}: Pick<CorpusStats, 'documents' | 'documentFrequency'>): Uint8Array {
  const bytes: number[] = [];
  const put = (value: number): void => {
    for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
    bytes.push(value);
  };
  put(documents);
  let last = 0;
  for (const [term, frequency] of [...documentFrequency].sort(([s], [t]) => s - t)) {
    put(term - last);
    put(frequency);
    last = term;
  }
  return Uint8Array.from(bytes);
}
