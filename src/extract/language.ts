import { ABSENT, enter, type HashTable, hashTable, lookUp } from '../hashTable.ts';
import type { Words } from '../model/article.ts';
import { functionWords, LISTED_LANGUAGES } from './functionWords.ts';
import { hashWord } from './normalizeWord.ts';

/** Words looked at: the share of function words settles long before. */
const SAMPLE = 400;

/** So many different function words must speak for a language; a name or a unit in a table is one, however often. */
const MIN_DISTINCT = 4;

/**
 * Of running prose 35 % and more are listed words, of an agglutinating language 10 %; of tables and lists of names,
 * fewer than this.
 */
const MIN_SHARE = 0.06;

/** A text belongs to a script if so large a part of its letters does: foreign names and figures are the rest. */
const MIN_SCRIPT_SHARE = 0.5;

/** Languages whose script nearly names them; code unit ranges, in ascending order. */
const SCRIPTS: readonly { readonly language: string; readonly from: number; readonly to: number }[] = [
  { language: 'el', from: 0x370, to: 0x3ff },
  { language: 'hy', from: 0x530, to: 0x58f },
  { language: 'he', from: 0x590, to: 0x5ff },
  { language: 'ar', from: 0x600, to: 0x6ff },
  { language: 'hi', from: 0x900, to: 0x97f },
  { language: 'bn', from: 0x980, to: 0x9ff },
  { language: 'ta', from: 0xb80, to: 0xbff },
  { language: 'te', from: 0xc00, to: 0xc7f },
  { language: 'th', from: 0xe00, to: 0xe7f },
  { language: 'lo', from: 0xe80, to: 0xeff },
  { language: 'my', from: 0x1000, to: 0x109f },
  { language: 'ka', from: 0x10a0, to: 0x10ff },
  { language: 'km', from: 0x1780, to: 0x17ff },
  { language: 'kana', from: 0x3040, to: 0x30ff },
  { language: 'zh', from: 0x3400, to: 0x9fff },
  { language: 'ko', from: 0xac00, to: 0xd7a3 },
];

/** Of Japanese prose a third and more is kana; Chinese has none but in quoted names. */
const MIN_KANA_SHARE = 0.1;

/** The function words of all languages. */
interface FunctionWords {
  /** The place of each by its hash. */
  readonly places: HashTable;
  /** A bit for each language that has it, by place. */
  readonly languages: readonly number[];
}

let indexed: FunctionWords | undefined;

/**
 * ISO 639-1 code of the language that an article's first words show: by script where the script names it, else by
 * the share of function words. 'und' where the evidence is thin.
 */
export function detectLanguage(text: string, words: Words): string {
  const sample = Math.min(SAMPLE, words.hashes.length);
  return byScript(text, words, sample) ?? byFunctionWords(words, sample);
}

function byScript(text: string, words: Words, sample: number): string | undefined {
  const counts = new Uint32Array(SCRIPTS.length);
  for (let i = 0; i < sample; i++) {
    const unit = text.charCodeAt(words.starts[i] as number);
    if (unit < 0x370) continue;
    const script = SCRIPTS.findIndex(({ from, to }) => unit >= from && unit <= to);
    if (script >= 0) counts[script] = (counts[script] as number) + 1;
  }
  const count = (language: string) => counts[SCRIPTS.findIndex((script) => script.language === language)] as number;
  const japanese = count('kana') + count('zh');
  if (japanese > MIN_SCRIPT_SHARE * sample) return count('kana') > MIN_KANA_SHARE * japanese ? 'ja' : 'zh';
  const most = counts.indexOf(counts.reduce((a, b) => Math.max(a, b), 0));
  if ((counts[most] as number) <= MIN_SCRIPT_SHARE * sample) return undefined;
  return (SCRIPTS[most] as (typeof SCRIPTS)[number]).language;
}

function byFunctionWords(words: Words, sample: number): string {
  indexed ??= index();
  const { places, languages } = indexed;
  const hits = new Uint32Array(LISTED_LANGUAGES.length);
  const distinct = new Uint32Array(LISTED_LANGUAGES.length);
  const met = new Uint8Array(languages.length);
  for (let i = 0; i < sample; i++) {
    const place = lookUp(places, words.hashes[i] as number);
    if (place === ABSENT) continue;
    const isNew = met[place] === 0;
    met[place] = 1;
    for (let bits = languages[place] as number; bits !== 0; bits &= bits - 1) {
      const language = 31 - Math.clz32(bits & -bits);
      hits[language] = (hits[language] as number) + 1;
      if (isNew) distinct[language] = (distinct[language] as number) + 1;
    }
  }
  const most = hits.reduce((a, b) => Math.max(a, b), 0);
  const best = hits.indexOf(most);
  if ((distinct[best] as number) < MIN_DISTINCT || most < MIN_SHARE * sample) return 'und';
  return LISTED_LANGUAGES[best] as string;
}

function index(): FunctionWords {
  const places = hashTable();
  const languages: number[] = [];
  LISTED_LANGUAGES.forEach((language, bit) => {
    for (const word of functionWords(language)) {
      const hash = hashWord(word);
      const known = lookUp(places, hash);
      const place = known === ABSENT ? languages.push(0) - 1 : known;
      if (known === ABSENT) enter(places, hash, place);
      languages[place] = (languages[place] as number) | (1 << bit);
    }
  });
  return { places, languages };
}
