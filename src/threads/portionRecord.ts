import type { PortionRead } from '../collect/placeRecords.ts';
import type { Skip } from '../model/article.ts';
import type { Surveyed } from '../store/surveyed.ts';
import { decodeSurvey, encodeSurvey } from '../store/surveyRecord.ts';

/** The surveys of a portion as a thread hands them over: in one buffer, which is moved and not copied. */
export interface PortionRecord {
  readonly places: readonly PortionRead<unknown>['read'][number]['place'][];
  readonly lines: number;
  /** Where each survey's record begins in `bytes`, and how long it is: two numbers a survey. */
  readonly spans: readonly number[];
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The arrays of a record want to begin at a multiple of the size of their elements. */
const ALIGNMENT = 8;

export function encodePortion({ read, lines }: PortionRead<Surveyed | Skip>): PortionRecord {
  const records = read.map(({ what }) => encodeSurvey(what));
  const spans: number[] = [];
  let size = 0;
  for (const { length } of records) {
    spans.push(size, length);
    size += Math.ceil(length / ALIGNMENT) * ALIGNMENT;
  }
  const bytes = new Uint8Array(size);
  for (const [i, record] of records.entries()) bytes.set(record, spans[2 * i]);
  return { places: read.map(({ place }) => place), lines, spans, bytes };
}

export function decodePortion({ places, lines, spans, bytes }: PortionRecord): PortionRead<Surveyed | Skip> {
  const read = places.map((place, i) => {
    const start = spans[2 * i] as number;
    const what = decodeSurvey(bytes.subarray(start, start + (spans[2 * i + 1] as number)));
    if (what === null) throw new Error('a thread handed over what is no survey');
    return { what, place } as PortionRead<Surveyed | Skip>['read'][number];
  });
  return { read, lines };
}
