import { createHash } from 'node:crypto';
import type { ExtractConfig } from '../config/config.ts';
import type { Article, Metadata, Raw, Skip, SkipReason } from '../model.ts';
import { boilerplate } from './boilerplate.ts';
import { decode } from './decode.ts';
import { html } from './html.ts';
import { detectLanguage } from './language.ts';
import { type Line, lines } from './lines.ts';
import { markdown } from './markdown.ts';
import { plainText } from './plainText.ts';
import { buildProse, type Paragraph } from './prose.ts';
import { readRecord } from './record.ts';
import { words, wordsOutside } from './words.ts';

/** What a reader makes of a source: paragraphs with their place in `text`, and what it says of itself. */
export interface Reading {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly metadata: Metadata;
}

/** A reader found something that is not to be compared. */
export interface Refusal {
  readonly reason: SkipReason;
  readonly detail: string;
}

/** Lines of fewer words are too common to be anybody's boilerplate. */
const MIN_LINE_WORDS = 3;

const NONE: ReadonlySet<number> = new Set();

/**
 * One source's bytes, read as an article: its prose with the way back to the source, the words that are compared, and
 * what was set aside. However few words it has, it is an article, unless none is left. Never throws on any bytes.
 *
 * @param recurring hashes of lines that recur across the folder (`recurringLines`); they are set aside too
 */
export function extract(raw: Raw, config: ExtractConfig, recurring: ReadonlySet<number> = NONE): Article | Skip {
  const { source, bytes } = raw;
  const text = decode(bytes);
  const reading = text === undefined ? { reason: 'binary' as const, detail: 'no text' } : read(raw, text, config);
  if ('reason' in reading) return { path: source.id, ...reading };

  const prose = buildProse(reading.text, reading.paragraphs, source.record?.line);
  const all = words(prose.text);
  if (all.hashes.length === 0) return { path: source.id, reason: 'empty', detail: 'no words' };

  const allLines = lines(prose.paragraphs, all);
  const setAside = boilerplate(prose, allLines, disabledLines(reading.paragraphs), recurring);
  const compared = wordsOutside(all, setAside);
  if (compared.hashes.length === 0) {
    return { path: source.id, reason: 'empty', detail: `all of its ${all.hashes.length} words are set aside` };
  }
  return {
    source,
    metadata: reading.metadata,
    language: detectLanguage(prose.text, compared),
    prose,
    words: compared,
    setAside,
    ...countable(allLines),
    byteDigest: createHash('sha256').update(bytes).digest('hex'),
  };
}

function read({ source }: Raw, text: string, config: ExtractConfig): Reading | Refusal {
  switch (source.format) {
    case 'text':
      return { text, paragraphs: plainText(text), metadata: {} };
    case 'markdown':
      return markdown(text, source.path.endsWith('.mdx'));
    case 'html':
      return html(text);
    case 'jsonl': {
      const record = readRecord(text, config.textField, config.titleField);
      if ('problem' in record) return { reason: 'bad-record', detail: record.problem };
      return { text: record.text, paragraphs: plainText(record.text), metadata: record.metadata };
    }
  }
}

function disabledLines(paragraphs: readonly Paragraph[]): ReadonlySet<number> {
  const disabled = new Set<number>();
  paragraphs.forEach((paragraph, index) => {
    if (paragraph.disabled) disabled.add(index);
  });
  return disabled;
}

/** The lines that the folder's statistics count, each once. */
function countable(all: readonly Line[]): Pick<Article, 'lineHashes'> {
  const hashes = new Set<number>();
  for (const { from, to, hash } of all) if (to - from >= MIN_LINE_WORDS) hashes.add(hash);
  return { lineHashes: Float64Array.from(hashes) };
}
