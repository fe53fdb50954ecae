import { hash } from 'node:crypto';
import type { ExtractConfig } from '../config/config.ts';
import { lazily } from '../lazily.ts';
import type { Article, Metadata, Raw, Skip, SkipReason } from '../model/article.ts';
import { boilerplate } from './boilerplate.ts';
import { decode } from './decode.ts';
import { detectLanguage } from './language.ts';
import { type Line, lines } from './lines.ts';
import { plainText } from './plainText.ts';
import { buildProse, type Paragraph } from './prose.ts';
import { readRecord } from './record.ts';
import { words } from './words.ts';
import { wordsOutside } from './wordsOutside.ts';

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
 * What copies don't need is computed when it is first asked for: the language here, sentences and offsets in the prose.
 *
 * @param recurring hashes of lines that recur across the folder (`recurringLines`); they are set aside too
 */
export async function extract(
  raw: Raw,
  config: ExtractConfig,
  recurring: ReadonlySet<number> = NONE,
): Promise<Article | Skip> {
  const text = await decode(raw.bytes);
  const reading = text === undefined ? { reason: 'binary' as const, detail: 'no text' } : await read(raw, text, config);
  return 'reason' in reading ? { path: raw.source.id, ...reading } : articleOf(raw, reading, recurring);
}

/** What a reader made of a source, as an article; or why it is none. */
export function articleOf(
  { source, bytes }: Raw,
  reading: Reading,
  recurring: ReadonlySet<number> = NONE,
): Article | Skip {
  const prose = buildProse(reading.text, reading.paragraphs, source.record?.line);
  const all = words(prose.text);
  if (all.hashes.length === 0) return { path: source.id, reason: 'empty', detail: 'no words' };

  const allLines = lines(prose.paragraphs, all);
  const setAside = boilerplate(prose, allLines, disabledLines(reading.paragraphs), recurring);
  const compared = wordsOutside(all, setAside);
  if (compared.hashes.length === 0) {
    return { path: source.id, reason: 'empty', detail: `all of its ${all.hashes.length} words are set aside` };
  }
  const article = {
    source,
    metadata: reading.metadata,
    prose,
    words: compared,
    setAside,
  };
  const content = source.record ? reading.text : bytes;
  return { __proto__: LATER, ...article, lines: allLines, content, detected: {} } as unknown as Article;
}

interface Behind {
  readonly lines: readonly Line[];
  readonly content: string | Uint8Array;
  readonly detected: { language?: string };
}

/** Common to all articles, as it is to all prose. */
const LATER: Pick<Article, 'language' | 'lineHashes' | 'contentDigest'> & ThisType<Article & Behind> = {
  get language() {
    this.detected.language ??= detectLanguage(this.prose.text, this.words);
    return this.detected.language;
  },
  get lineHashes() {
    return countable(this.lines);
  },
  get contentDigest() {
    return hash('sha256', this.content);
  },
};

/** The parsers of markup are loaded with the first page: they take longer to load than a small folder to read. */
const markdownParsing = lazily(() => import('./markdown.ts'));
const htmlParsing = lazily(() => import('./html.ts'));

async function read({ source }: Raw, text: string, config: ExtractConfig): Promise<Reading | Refusal> {
  switch (source.format) {
    case 'text':
      return { text, paragraphs: plainText(text), metadata: {} };
    case 'markdown': {
      const { markdown } = await markdownParsing();
      return markdown(text, source.path.endsWith('.mdx'));
    }
    case 'html': {
      const { html } = await htmlParsing();
      return html(text);
    }
    case 'jsonl': {
      const said = readRecord(text, config.textField, config.titleField);
      if ('problem' in said) return { reason: 'bad-record', detail: said.problem };
      return { text: said.text, paragraphs: plainText(said.text), metadata: said.metadata };
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
function countable(all: readonly Line[]): Float64Array {
  const hashes = new Set<number>();
  for (const { from, to, hash } of all) if (to - from >= MIN_LINE_WORDS) hashes.add(hash);
  return Float64Array.from(hashes);
}

/** `Article.contentDigest` of a source that is an article, without reading it as one. */
export async function contentDigest(
  { source, bytes }: Raw,
  { textField, titleField }: ExtractConfig,
): Promise<string | Refusal> {
  if (source.record === undefined) return digestOfBytes(bytes);
  const said = readRecord((await decode(bytes)) ?? '', textField, titleField);
  return 'problem' in said ? { reason: 'bad-record', detail: said.problem } : hash('sha256', said.text);
}

/** SHA-256, hex. */
export function digestOfBytes(bytes: Uint8Array): string {
  return hash('sha256', bytes);
}
