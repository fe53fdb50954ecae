import { UsageError } from '../errors.ts';
import type { CorpusStats } from '../model/article.ts';
import { decodeTermCounts, encodeTermCounts } from './termCounts.ts';

/** Of the layout below; a change that an older reader would misread takes the next number. */
const VERSION = 1;

/**
 * Counts over a corpus as a text to keep: JSON, in which the term counts are in their compact form, in base64. The same
 * counts are the same text.
 */
export function statsText({ recurringLines, ...counts }: CorpusStats): string {
  const terms = Buffer.from(encodeTermCounts(counts)).toString('base64');
  const stats = {
    dedupeStats: VERSION,
    documents: counts.documents,
    recurringLines: [...recurringLines].sort((x, y) => x - y),
    terms,
  };
  return `${JSON.stringify(stats, null, 1)}\n`;
}

/** @throws UsageError that says in which way the text is none of these */
export function readStats(text: string): CorpusStats {
  let said: Readonly<Record<string, unknown>>;
  try {
    said = Object(JSON.parse(text));
  } catch {
    throw new UsageError('It is not JSON.');
  }
  const { dedupeStats: version, documents, recurringLines, terms } = said;
  if (typeof version !== 'number') throw new UsageError('It holds no statistics of this program.');
  if (version !== VERSION) throw new UsageError(`Its version is ${version}; this program reads version ${VERSION}.`);
  const isHash = (line: unknown): boolean => Number.isSafeInteger(line) && (line as number) >= 0;
  if (typeof terms !== 'string' || !Array.isArray(recurringLines) || !recurringLines.every(isHash)) {
    throw new UsageError('Parts of it are missing, or are not what they were.');
  }
  const counts = countsIn(terms);
  if (counts === null || counts.documents !== documents) throw new UsageError('Its term counts are damaged.');
  return { ...counts, recurringLines: new Set(recurringLines) };
}

function countsIn(base64: string): ReturnType<typeof decodeTermCounts> | null {
  try {
    const counts = decodeTermCounts(Buffer.from(base64, 'base64'));
    for (const frequency of counts.documentFrequency.values()) if (frequency > counts.documents) return null;
    return counts;
  } catch {
    return null;
  }
}
