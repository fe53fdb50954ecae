import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonReport } from '../../src/report/json.ts';
import { jsonl } from '../../src/report/jsonl.ts';
import { hostileResults } from './hostile.ts';
import { manyClusters } from './many.ts';
import { newsroom } from './newsroom.ts';

const schema = JSON.parse(readFileSync(new URL('../../src/report/result.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true }).addSchema(schema);
const validate = ajv.getSchema(`${schema.$id}#/$defs/match`);

describe('the JSON lines', () => {
  it('are the matches of the JSON report, a line each', () => {
    const lines = [...jsonl(newsroom.matches)].join('').split('\n');
    expect(lines.pop()).toBe('');
    const { matches } = JSON.parse(jsonReport(newsroom, { name: 'dedupe', version: '1' }));
    expect(lines.map((line) => JSON.parse(line))).toEqual(matches);
  });

  it('come one by one, so that no string holds them all', () => {
    const { matches } = manyClusters(50);
    expect([...jsonl(matches)]).toHaveLength(50);
    expect([...jsonl([])]).toEqual([]);
  });

  it('are each valid by the schema, and one line, whatever the texts', () => {
    fc.assert(
      fc.property(hostileResults, ({ matches }) => {
        for (const piece of jsonl(matches)) {
          expect(piece.indexOf('\n')).toBe(piece.length - 1);
          expect(validate?.(JSON.parse(piece)) ? null : validate?.errors).toBeNull();
        }
      }),
      { numRuns: 60 },
    );
  });
});
