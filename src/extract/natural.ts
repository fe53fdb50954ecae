/**
 * The one door to the `natural` package. Each file is imported by its path: the package's own entry loads database
 * clients and a WordNet, and its named exports don't exist for Node's ES modules.
 */
import porterEn from 'natural/lib/natural/stemmers/porter_stemmer.js';
import porterDe from 'natural/lib/natural/stemmers/porter_stemmer_de.js';
import porterEs from 'natural/lib/natural/stemmers/porter_stemmer_es.js';
import porterFr from 'natural/lib/natural/stemmers/porter_stemmer_fr.js';
import porterIt from 'natural/lib/natural/stemmers/porter_stemmer_it.js';
import porterNl from 'natural/lib/natural/stemmers/porter_stemmer_nl.js';
import porterNo from 'natural/lib/natural/stemmers/porter_stemmer_no.js';
import porterPt from 'natural/lib/natural/stemmers/porter_stemmer_pt.js';
import porterRu from 'natural/lib/natural/stemmers/porter_stemmer_ru.js';
import porterSv from 'natural/lib/natural/stemmers/porter_stemmer_sv.js';
import porterUk from 'natural/lib/natural/stemmers/porter_stemmer_uk.js';
import abbreviationsEn from 'natural/lib/natural/util/abbreviations_en.js';
import abbreviationsEs from 'natural/lib/natural/util/abbreviations_es.js';
import wordsEn from 'natural/lib/natural/util/stopwords.js';
import wordsEs from 'natural/lib/natural/util/stopwords_es.js';
import wordsFr from 'natural/lib/natural/util/stopwords_fr.js';
import wordsIt from 'natural/lib/natural/util/stopwords_it.js';
import wordsNl from 'natural/lib/natural/util/stopwords_nl.js';
import wordsNo from 'natural/lib/natural/util/stopwords_no.js';
import wordsPl from 'natural/lib/natural/util/stopwords_pl.js';
import wordsPt from 'natural/lib/natural/util/stopwords_pt.js';
import wordsRu from 'natural/lib/natural/util/stopwords_ru.js';
import wordsSv from 'natural/lib/natural/util/stopwords_sv.js';
import wordsUk from 'natural/lib/natural/util/stopwords_uk.js';
import { functionWords } from './functionWords.ts';
import { normalizeWord } from './normalizeWord.ts';

const STEMMERS: Readonly<Record<string, { stem(word: string): string }>> = {
  en: porterEn,
  de: porterDe,
  es: porterEs,
  fr: porterFr,
  it: porterIt,
  nl: porterNl,
  no: porterNo,
  pt: porterPt,
  ru: porterRu,
  sv: porterSv,
  uk: porterUk,
};

const STOP_WORDS: Readonly<Record<string, { words: string[] }>> = {
  en: wordsEn,
  es: wordsEs,
  fr: wordsFr,
  it: wordsIt,
  nl: wordsNl,
  no: wordsNo,
  pl: wordsPl,
  pt: wordsPt,
  ru: wordsRu,
  sv: wordsSv,
  uk: wordsUk,
};

/** What the stemmers were made for: they treat figures and signs as consonants and are slow on long runs of them. */
const STEMMABLE = /^\p{L}[\p{L}\p{M}]{2,39}$/u;

/**
 * The stem of a normalized word by the Porter or Snowball rules of its language; the word itself where there are none,
 * where it is no plain word of 3 to 40 letters, or where the rules leave nothing of it.
 */
export function stem(word: string, language: string): string {
  const stemmer = Object.hasOwn(STEMMERS, language) ? STEMMERS[language] : undefined;
  if (stemmer === undefined || !STEMMABLE.test(word)) return word;
  return stemmer.stem(word) || word;
}

const stopWordSets = new Map<string, ReadonlySet<string>>();

/** The words that say nothing of the subject, normalized; an empty set for an unknown language. */
export function stopWords(language: string): ReadonlySet<string> {
  let set = stopWordSets.get(language);
  if (set === undefined) {
    const listed = Object.hasOwn(STOP_WORDS, language) ? (STOP_WORDS[language]?.words ?? []) : [];
    set = new Set([...listed.map(normalizeWord), ...functionWords(language)]);
    stopWordSets.set(language, set);
  }
  return set;
}

/** Abbreviations that end in a full stop, lower case, without it. */
export function abbreviations(): string[] {
  const listed = [...abbreviationsEn.knownAbbreviations, ...abbreviationsEs.knownAbbreviations];
  return listed
    .filter((entry) => entry.endsWith('.') && !entry.includes(' '))
    .map((entry) => entry.slice(0, -1).toLowerCase());
}
