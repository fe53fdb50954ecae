import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../src/collect/fields.ts';
import type { Field } from '../../src/model/article.ts';

const NAMES = ['id', 'text', 'title'] as const;

/** What `JSON.parse` has under these names; null if it refuses, or the value is no object. */
function parsed(line: Uint8Array): readonly unknown[] | null {
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    return NAMES.map((name) => (Object.hasOwn(value, name) ? told(value[name]) : null));
  } catch {
    return null;
  }
}

/** Only strings and numbers are looked at. */
function told(value: unknown): unknown {
  return typeof value === 'string' || typeof value === 'number' ? value : 'other';
}

/** The values at the places that were found. */
function found(line: Uint8Array): readonly unknown[] | null {
  const fields = fieldsOf(line, ...NAMES);
  return fields && NAMES.map((name) => valueAt(line, fields[name]));
}

function valueAt(line: Uint8Array, field: Field | null): unknown {
  if (field === null || field.kind === 'other') return field?.kind ?? null;
  const literal = line.subarray(field.start, field.end);
  const value = JSON.parse(new TextDecoder().decode(literal));
  const ofString = literal.includes(0x5c) ? 'escaped' : 'plain';
  expect(field.kind).toBe(typeof value === 'string' ? ofString : typeof value);
  return value;
}

const bytes = (text: string) => new TextEncoder().encode(text);

describe('where the fields of a record are', () => {
  it('is told of any object that is written as JSON', () => {
    const name = fc.oneof(fc.constantFrom(...NAMES, 'ids', 'i', '__proto__'), fc.string({ maxLength: 3 }));
    const entry = fc.tuple(name, fc.jsonValue({ stringUnit: 'binary' }));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), fc.constantFrom(undefined, 1, '\t'), (entries, indent) => {
        const members = entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value, null, indent)}`);
        const line = bytes(` {${members.join(' ,')}}\r`);
        const places = found(line);
        if (places === null) expect(entries.some(([key]) => JSON.stringify(key).includes('\\'))).toBe(true);
        else expect(places).toEqual(parsed(line));
      }),
      { numRuns: 1000 },
    );
  });

  it('is told of nothing that JSON.parse refuses, and of nothing else than it reads', () => {
    const piece = fc.oneof(
      fc.constantFrom(...'{}[]:,"\\ \t\n\r\0-+.eE0129tfnux'),
      fc.constantFrom(
        '"id"',
        '"text":',
        '"title":""',
        'true',
        'false',
        'null',
        '-0',
        '1e5',
        '01',
        '1.',
        '\\u00e9',
        '\\x',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    const written = fc.array(piece, { maxLength: 20 }).map((pieces) => bytes(pieces.join('')));
    const broken = fc.uint8Array({ maxLength: 6 });
    const inString = fc.tuple(broken, fc.nat(40)).map(([some, before]) => {
      return Uint8Array.from([...bytes(`{"text":"${'x'.repeat(before)}`), ...some, ...bytes('"}')]);
    });
    const inObject = written.map((some) => Uint8Array.from([...bytes('{"id":'), ...some, ...bytes('}')]));
    fc.assert(
      fc.property(fc.oneof(written, inString, inObject, broken), (line) => {
        const places = found(line);
        if (places !== null) expect(places).toEqual(parsed(line));
      }),
      { numRuns: 20_000 },
    );
  });

  it('is left to JSON.parse where a name has an escape, bytes are no UTF-8, or containers are deep', () => {
    expect(fieldsOf(bytes('{"\\u0069d":1}'), ...NAMES)).toBeNull();
    expect(fieldsOf(Uint8Array.of(...bytes('{"id":"'), 0xed, 0xa0, 0x80, ...bytes('"}')), ...NAMES)).toBeNull();
    expect(fieldsOf(bytes(`{"id":${'['.repeat(255)}${']'.repeat(255)}}`), ...NAMES)).toBeNull();
    expect(fieldsOf(bytes(`{"id":${'['.repeat(254)}${']'.repeat(254)}}`), ...NAMES)).not.toBeNull();
    expect(fieldsOf(bytes(`{"id":"${'x'.repeat(2 ** 20)}"}`), ...NAMES)).toBeNull();
  });

  it('is that of the last of several, and of names as they are given', () => {
    const line = bytes('{"id":"a","text":"b","id":{"id":"c"},"text":"d"}');
    expect(found(line)).toEqual(['other', 'd', null]);
    const others = fieldsOf(bytes('{"größe":"x","text":"y"}'), 'größe', 'größe', 'x'.repeat(256));
    expect(others?.id).toEqual({ kind: 'plain', start: 11, end: 14 });
    expect(others?.text).toEqual(others?.id);
    expect(fieldsOf(line, 'x'.repeat(257), 'text', 'title')).toBeNull();
  });
});
