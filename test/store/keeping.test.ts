import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openKeeping } from '../../src/store/keeping.ts';
import { surveys } from './surveys.ts';

it('gives every part of a survey as it was', () => {
  fc.assert(
    fc.property(fc.array(surveys, { maxLength: 20 }), fc.boolean(), (read, hasRoom) => {
      const keeping = openKeeping(() => hasRoom);
      const articles = read.flatMap((one) => ('reason' in one ? [] : [one]));
      const kept = articles.map(keeping.keep);
      kept.forEach(({ fingerprint, telling, setAside, setAsideWords, lineHashes }, i) => {
        const { shingles, anchors, signature, terms } = fingerprint;
        const parts = { ...fingerprint, shingles, anchors, signature, terms };
        expect({ fingerprint: parts, telling, setAside, setAsideWords, lineHashes }).toMatchObject(articles[i] ?? {});
      });
      keeping.close();
    }),
  );
});
