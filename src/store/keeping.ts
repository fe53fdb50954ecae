import type { Fingerprint, Terms } from '../model/article.ts';
import { arrayIn, decodeArrays, encodeArrays, type Recorded } from './arrayRecord.ts';
import { borrowShelf, type LentShelf, openShelf, type Shelf } from './shelf.ts';
import type { Surveyed } from './surveyed.ts';
import { tellingOf } from './surveyHead.ts';
import { arraysOf } from './surveyRecord.ts';

/** Keeps what was surveyed, for the time of a run. */
export interface Keeping {
  /** The same survey; its arrays are looked up whenever they are asked for, and copying its parts leaves them behind. */
  keep(survey: Surveyed): Surveyed;
  /** What was kept, for another thread to look into until this one closes it. */
  lend(surveys: readonly Surveyed[]): Lent;
  close(): void;
}

/** What pairs are judged by, as it is handed over: the arrays stay where they are. */
export interface Lent {
  readonly articles: readonly (Pick<Fingerprint, 'source' | 'language' | 'digest' | 'byteDigest' | 'words'> &
    Places & { readonly lead: number | null })[];
  readonly forJudging: LentShelf;
}

/** Where an article's arrays are: those that candidates are found by, and those that pairs are judged by. */
interface Places {
  readonly found: number;
  readonly judged: number;
  readonly hasTerms: boolean;
}

/** What is kept of a survey beside its arrays. */
type Rest = Pick<Surveyed, 'setAside' | 'setAsideWords'> & {
  readonly fingerprint: Fingerprint & Places;
  readonly lead: number | null;
};

type Taken = Pick<Shelf, 'take'>;

const NO_TERMS: Terms = { ids: new Uint32Array(0), counts: new Uint16Array(0) };

/**
 * Signatures, anchors and lines, some 1 KB for 500 words, stay in memory: the search for candidates goes through them again
 * and again. Shingle sets, terms and tellings, 4 to 10 KB, are asked for by pairs, and go to a temporary file where there
 * is no more room. All of it is flat: a dozen arrays as objects take 2 KB beside what is in them.
 *
 * @param hasRoom whether more may be kept in memory
 */
export function openKeeping(hasRoom: () => boolean): Keeping {
  const forSearch = openShelf(() => true);
  const forJudging = openShelf(hasRoom);
  const fingerprints = keptFingerprint(forSearch, forJudging);
  const surveys = keptSurvey(forSearch, forJudging);
  return {
    keep(survey) {
      const { setAside, setAsideWords, telling } = survey;
      const { shingles: _, anchors: __, signature: ___, terms, ...named } = survey.fingerprint;
      const { anchors, signature, lineHashes, ...judged } = arraysOf(survey);
      const places: Places = {
        found: forSearch.put(encodeArrays({ anchors, signature, lineHashes })),
        judged: forJudging.put(encodeArrays(judged)),
        hasTerms: terms.ids.length > 0,
      };
      const fingerprint = Object.assign(Object.create(fingerprints), named, places);
      const rest: Rest = { fingerprint, setAside, setAsideWords, lead: telling?.lead ?? null };
      return Object.assign(Object.create(surveys), rest);
    },
    lend(surveys) {
      const articles = (surveys as readonly (Surveyed & Rest)[]).map(({ lead, fingerprint }) => {
        const { source, language, digest, byteDigest, words, found, judged, hasTerms } = fingerprint;
        return { source, language, digest, byteDigest, words, found, judged, hasTerms, lead };
      });
      return { articles, forJudging: forJudging.lend() };
    },
    close() {
      forSearch.close();
      forJudging.close();
    },
  };
}

/** What another thread has kept; without signatures, anchors and lines. */
export function borrow({ articles, forJudging }: Lent): Pick<Surveyed, 'fingerprint' | 'telling'>[] {
  const shelf = borrowShelf(forJudging);
  const nothing = borrowShelf({ chunkAt: [], offsets: [], lengths: [], chunks: [], file: null });
  const fingerprints = keptFingerprint(nothing, shelf);
  const surveys = keptSurvey(nothing, shelf);
  return articles.map(({ lead, ...own }) => {
    const fingerprint = Object.assign(Object.create(fingerprints), own);
    return Object.assign(Object.create(surveys), { fingerprint, lead });
  });
}

/** What all kept fingerprints have in common: they look up their arrays. */
function keptFingerprint(
  forSearch: Taken,
  forJudging: Taken,
): Pick<Fingerprint, 'shingles' | 'anchors' | 'signature' | 'terms'> & ThisType<Places> {
  return {
    get shingles() {
      return arrayIn(forJudging.take(this.judged), 'shingles');
    },
    get anchors() {
      return arrayIn(forSearch.take(this.found), 'anchors');
    },
    get signature() {
      return arrayIn(forSearch.take(this.found), 'signature');
    },
    get terms() {
      if (!this.hasTerms) return NO_TERMS;
      const record = forJudging.take(this.judged);
      return { ids: arrayIn(record, 'ids'), counts: arrayIn(record, 'counts') };
    },
  };
}

function keptSurvey(forSearch: Taken, forJudging: Taken): Pick<Surveyed, 'telling' | 'lineHashes'> & ThisType<Rest> {
  return {
    get telling() {
      if (this.lead === null) return null;
      const { language, words, judged } = this.fingerprint;
      return tellingOf({ language, words, lead: this.lead }, decodeArrays(forJudging.take(judged)) as Recorded);
    },
    get lineHashes() {
      return arrayIn(forSearch.take(this.fingerprint.found), 'lineHashes');
    },
  };
}
