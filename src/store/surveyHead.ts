import type { Telling } from '../match/rewrite/telling.ts';
import type { Fingerprint, SetAside, Skip, Terms } from '../model/article.ts';
import type { Surveyed } from './surveyed.ts';

/** What a survey has beside its arrays. */
export interface Head
  extends Pick<
    Fingerprint,
    'source' | 'title' | 'declares' | 'misread' | 'language' | 'byteDigest' | 'digest' | 'words'
  > {
  readonly setAside: readonly SetAside[];
  readonly setAsideWords: number;
  /** Sentences of the telling's lead; null where there is no telling. */
  readonly lead: number | null;
}

/** Its arrays, by their names. */
export interface Arrays
  extends Pick<Fingerprint, 'shingles' | 'anchors' | 'signature'>,
    Pick<Surveyed, 'lineHashes'>,
    Terms,
    Pick<Telling, 'kinds' | 'termStart' | 'termList' | 'trigrams' | 'quoted'> {}

export function headOf(survey: Surveyed | Skip): Head | Skip {
  if ('reason' in survey) return survey;
  const { fingerprint, telling, setAside, setAsideWords } = survey;
  const { source, title, declares, misread, language, byteDigest, digest, words } = fingerprint;
  return {
    source,
    ...(title === undefined ? {} : { title }),
    ...(declares === undefined ? {} : { declares }),
    ...(misread === undefined ? {} : { misread }),
    language,
    byteDigest,
    digest,
    words,
    setAside,
    setAsideWords,
    lead: telling?.lead ?? null,
  };
}

/** The telling's terms, language and words are those of the fingerprint: they are kept once. */
export function surveyedOf(head: Head, arrays: Arrays): Surveyed {
  const { setAside, setAsideWords, lead, ...named } = head;
  const { shingles, signature, anchors, ids, counts, lineHashes } = arrays;
  return {
    fingerprint: { ...named, shingles, shingleCount: shingles.length, signature, anchors, terms: { ids, counts } },
    telling: lead === null ? null : tellingOf({ ...head, lead }, arrays),
    setAside,
    setAsideWords,
    lineHashes,
  };
}

export function tellingOf(
  { language, words, lead }: Pick<Telling, 'language' | 'words' | 'lead'>,
  { ids, kinds, termStart, termList, trigrams, quoted }: Arrays,
): Telling {
  return { language, words, terms: ids, kinds, termStart, termList, lead, trigrams, quoted };
}

/** Null if the bytes are no head. */
export function parseHead(json: Uint8Array): Head | Skip | null {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json));
  } catch {
    return null;
  }
  if (!isObject(value)) return null;
  if ('reason' in value) return isSkip(value) ? (value as unknown as Skip) : null;
  return isHead(value) ? (value as unknown as Head) : null;
}

type Values = Readonly<Record<string, unknown>>;

function isSkip({ path, reason, detail }: Values): boolean {
  return [path, reason, detail].every(isText);
}

function isHead({
  source,
  title,
  declares,
  misread,
  language,
  byteDigest,
  digest,
  words,
  setAside,
  setAsideWords,
  lead,
}: Values): boolean {
  return (
    isObject(source) &&
    isSource(source) &&
    (title === undefined || isText(title)) &&
    (declares === undefined || isListOf(declares, ({ field, target }) => [field, target].every(isText))) &&
    (misread === undefined || isListOf(misread, ({ said, wanted }) => [said, wanted].every(isText))) &&
    [language, byteDigest, digest].every(isText) &&
    [words, setAsideWords].every(isCount) &&
    (lead === null || isCount(lead)) &&
    isListOf(setAside, isSetAside)
  );
}

function isSource({ id, path, format, record }: Values): boolean {
  if (![id, path, format].every(isText)) return false;
  return record === undefined || (isObject(record) && [record.line, record.offset, record.length].every(isCount));
}

function isSetAside({ start, end, line, reason, text }: Values): boolean {
  return [start, end, line].every(isCount) && [reason, text].every(isText);
}

function isListOf(value: unknown, isOne: (value: Values) => boolean): boolean {
  return Array.isArray(value) && value.every((one) => isObject(one) && isOne(one));
}

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
