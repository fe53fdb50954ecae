import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSurvey, encodeSurvey } from '../../src/store/surveyRecord.ts';
import { surveys } from './surveys.ts';

describe('the record of a survey', () => {
  it('gives back what was written, also where only copies are sought and where an article was left out', () => {
    fc.assert(
      fc.property(surveys, (survey) => {
        expect(decodeSurvey(encodeSurvey(survey))).toEqual(survey);
      }),
    );
  });

  it('is the same bytes for the same survey, and is read wherever in a buffer it begins', () => {
    fc.assert(
      fc.property(surveys, fc.integer({ min: 0, max: 9 }), (survey, shift) => {
        const bytes = encodeSurvey(survey);
        const within = new Uint8Array(shift + bytes.length);
        within.set(bytes, shift);
        expect(decodeSurvey(within.subarray(shift))).toEqual(survey);
        expect(encodeSurvey(survey)).toEqual(bytes);
      }),
    );
  });

  it('keeps the terms once, though fingerprint and telling both have them', () => {
    const survey = fc.sample(surveys, 50).find((one) => !('reason' in one) && one.telling !== null);
    const read = decodeSurvey(encodeSurvey(survey ?? expect.fail()));
    if (read === null || 'reason' in read) expect.fail();
    expect(read.telling?.terms).toBe(read.fingerprint.terms.ids);
  });

  it('is refused when cut short or drawn out', () => {
    fc.assert(
      fc.property(surveys, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (survey, share) => {
        const bytes = encodeSurvey(survey);
        expect(decodeSurvey(bytes.subarray(0, Math.floor(share * bytes.length)))).toBeNull();
        expect(decodeSurvey(new Uint8Array([...bytes, 0]))).toBeNull();
      }),
    );
  });

  it('never throws, and never gives arrays that do not go together, whatever bytes were changed', () => {
    fc.assert(
      fc.property(
        surveys,
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        (survey, changes) => {
          const bytes = encodeSurvey(survey);
          // The head and the header are where damage would do most: half of the changes fall there.
          for (const [at, value] of changes) bytes[at % (value % 2 ? 64 : bytes.length)] = value;
          const read = decodeSurvey(bytes);
          if (read === null || 'reason' in read || read.telling === null) return;
          const { terms, kinds, termStart, termList } = read.telling;
          expect(kinds.length).toBe(terms.length);
          expect(termStart.at(-1)).toBe(termList.length);
          for (const place of termList) expect(place).toBeLessThan(terms.length);
        },
      ),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(decodeSurvey(bytes)).toBeNull();
      }),
    );
  });
});
