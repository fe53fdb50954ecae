import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CONFIG_SCHEMA } from '../../src/config/configSchema.ts';
import { FIELDS } from '../../src/config/fields.ts';
import { pathName, problemsOf } from '../../src/config/problems.ts';
import type { Schema } from '../../src/config/schema.ts';

const ajv = new Ajv({ strict: true, allErrors: true });
// A CommonJS module: what an ES module gets of it depends on who loads it.
(addFormats as unknown as { default: typeof addFormats.default }).default(ajv);
const validate = ajv.compile(CONFIG_SCHEMA);

const told = (value: unknown) => problemsOf(CONFIG_SCHEMA, value, pathName);

/** Values that a schema allows, and values close by that it may not. */
function near(schema: Schema): fc.Arbitrary<unknown> {
  const any = fc.oneof(
    fc.constantFrom(null, true, '', 'x', 0, 1, -1, 0.5, [], {}, '2026-02-28', '2026-02-30', '2026-1-1'),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const known = fc.constantFrom(...(schema.enum ?? schema.examples ?? ['text']), schema.default ?? 'text');
  const inner =
    schema.items === undefined ? any : fc.array(near(schema.items), { maxLength: (schema.maxItems ?? 2) + 1 });
  const object =
    schema.properties === undefined
      ? any
      : fc.record(Object.fromEntries(Object.entries(schema.properties).map(([name, its]) => [name, near(its)])), {
          requiredKeys: [],
        });
  return fc.oneof({ weight: 5, arbitrary: fc.oneof(known, inner, object) }, { weight: 1, arbitrary: any });
}

describe('the validator and the published JSON Schema', () => {
  it('are one: the schema knows every field', () => {
    expect(Object.keys(CONFIG_SCHEMA.properties ?? {})).toEqual(['$schema', ...Object.keys(FIELDS)]);
  });

  it.each(Object.entries(FIELDS).map(([name, { schema }]) => [name, schema as Schema] as const))(
    'agree on %s',
    (name, schema) => {
      const seen = new Set<boolean>();
      fc.assert(
        fc.property(near(schema), (value) => {
          const config = { [name]: value };
          seen.add(validate(config));
          expect({ config, valid: told(config).length === 0 }).toEqual({ config, valid: validate(config) });
        }),
        { numRuns: 300 },
      );
      expect(seen, 'good and bad values were tried').toEqual(new Set([true, false]));
    },
  );

  const wholes: unknown[] = [null, [], 'x', 3, {}, { $schema: 'x' }, { $schema: 3 }, { tresh: 1 }, { toString: 1 }];
  it.each(wholes.map((config) => [config]))('agree on %j as a whole', (config) => {
    expect(told(config).length === 0).toBe(validate(config));
  });
});

it('the example in docs/config.md is one that holds', () => {
  const page = readFileSync(new URL('../../docs/config.md', import.meta.url), 'utf8');
  const [, example = ''] = /```yaml\n(.*?)```/s.exec(page) ?? [];
  const config = parse(example);
  expect(config.ignorePairs).toHaveLength(2);
  expect(told(config)).toEqual([]);
});

it('a key that every object has, or that would change them all, is no setting', () => {
  expect(told(JSON.parse('{"__proto__": {"check": true}, "constructor": 1}'))).toHaveLength(2);
});

describe('problems', () => {
  it('names all at once, each by its place, with what was found, what is allowed and a guess', () => {
    expect(told({ relations: ['identical', 'near-cpoy'], minWords: 0.5, check: 'yes', thresold: 1 })).toEqual([
      "relations[1] must be identical, near-copy, excerpt or rewrite, not 'near-cpoy'. Did you mean 'near-copy'?",
      'minWords must be a whole number from 1, not 0.5.',
      "check must be true or false, not 'yes'.",
      "There is no setting thresold. Did you mean 'threshold'?",
    ]);
  });

  it('quotes little of a long text', () => {
    expect(told({ check: 'x'.repeat(1e6) })[0]?.length).toBeLessThan(120);
    expect(told({ ['x'.repeat(1e6)]: 1 })[0]?.length).toBeLessThan(600);
  });

  it('refuses what only a program can hold', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, () => 1, Symbol.iterator, 1n]) {
      expect(told({ threshold: value })).toHaveLength(1);
    }
    expect(told({ include: new Array(1) })).toEqual(['include[0] must be a glob, not undefined.']);
  });
});
