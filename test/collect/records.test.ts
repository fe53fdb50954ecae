import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scratch } from '../scratch.ts';
import { gather } from './gather.ts';

describe('the records of a JSONL file', () => {
  it('are named by their id, or by their line where that is no text or number', async () => {
    const records = [{ id: 'x' }, { id: 0 }, {}, { id: null }, { id: '' }, { id: ['x'] }, { ID: 'x' }];
    const cwd = scratch({ 'a.jsonl': records.map((record) => JSON.stringify(record)).join('\n') });
    const { ids } = await gather(cwd, ['.']);
    expect(ids).toEqual(['x', '0', 'L3', 'L4', 'L5', 'L6', 'L7'].map((id) => `a.jsonl#${id}`));
    expect((await gather(cwd, ['.'], { idField: 'ID' })).ids.at(-1)).toBe('a.jsonl#x');
    expect((await gather(cwd, ['.'], { idField: 'constructor' })).ids[0]).toBe('a.jsonl#L1');
  });

  it('are none of them lost where ids repeat', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('x', 'y', 'x@L2', 'L1', 'x@L3', null)), async (given) => {
        const cwd = scratch({ 'a.jsonl': given.map((id) => `${JSON.stringify({ id })}\n`).join('') });
        const { ids } = await gather(cwd, ['.']);
        expect(ids).toHaveLength(given.length);
        expect(new Set(ids).size).toBe(given.length);
      }),
      { numRuns: 50 },
    );
    const cwd = scratch({ 'a.jsonl': '{"id":"x"}\n{"id":"x"}\n{"id":"x@L2"}\n' });
    expect((await gather(cwd, ['.'])).ids).toEqual(['a.jsonl#x', 'a.jsonl#x@L2', 'a.jsonl#x@L2@L3']);
  });

  it('that are no JSON objects are skips that name their line; the rest goes on', async () => {
    const cwd = scratch({ 'a.jsonl': '{"id":1}\nhello\n\n  \r\n[1]\nnull\n{"id":2}\n{"id":' });
    const { ids, skips } = await gather(cwd, ['a.jsonl']);
    expect(ids).toEqual(['a.jsonl#1', 'a.jsonl#2']);
    expect(skips).toEqual([
      { path: 'a.jsonl#L2', reason: 'bad-record', detail: 'not JSON', line: 2 },
      { path: 'a.jsonl#L5', reason: 'bad-record', detail: 'JSON, but not an object', line: 5 },
      { path: 'a.jsonl#L6', reason: 'bad-record', detail: 'JSON, but not an object', line: 6 },
      { path: 'a.jsonl#L8', reason: 'bad-record', detail: 'not JSON', line: 8 },
    ]);
  });

  it('know their line and their bytes, wherever the chunks that are read end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(90_000), { maxLength: 12 }), fc.boolean(), async (lengths, mark) => {
        const lines = lengths.map((length, i) => JSON.stringify({ id: i, text: 'ü'.repeat(length) }));
        const text = (mark ? '\uFEFF' : '') + lines.join('\n\n');
        const cwd = scratch({ 'a.jsonl': text });
        const bytes = Buffer.from(text);
        const { raws } = await gather(cwd, ['.']);
        expect(raws.map((raw) => Buffer.from(raw.bytes).toString())).toEqual(lines);
        for (const [i, { source }] of raws.entries()) {
          const { line = 0, offset = 0, length = 0 } = source.record ?? {};
          expect(line).toBe(2 * i + 1);
          expect(bytes.subarray(offset, offset + length).toString()).toBe(lines[i]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('may be huge: one of 100 MB is a skip, in bounded memory', async () => {
    const cwd = scratch();
    const file = openSync(join(cwd, 'a.jsonl'), 'w');
    writeSync(file, '{"id":"before"}\n{"text":"');
    const megabyte = 'x'.repeat(1 << 20);
    for (let i = 0; i < 100; i++) writeSync(file, megabyte);
    writeSync(file, '"}\n{"id":"after"}\n');
    closeSync(file);
    const before = process.memoryUsage().arrayBuffers;
    const { ids, skips } = await gather(cwd, ['.']);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 << 20);
    expect(ids).toEqual(['a.jsonl#before', 'a.jsonl#after']);
    expect(skips).toMatchObject([{ path: 'a.jsonl#L2', reason: 'too-large' }]);
  });

  it('are one skip for the file if it is empty, binary or UTF-16', async () => {
    const cwd = scratch({
      'empty.jsonl': '\n \n',
      'gzip.jsonl': gzipSync('{"id": 1}\n{"id": 2}\n'),
      'utf16.jsonl': Buffer.from('{"id": 1}\n{"id": 2}\n', 'utf16le'),
    });
    const { skips } = await gather(cwd, ['.']);
    expect(skips.map((skip) => [skip.path, skip.reason])).toEqual([
      ['empty.jsonl', 'empty'],
      ['gzip.jsonl', 'binary'],
      ['utf16.jsonl', 'binary'],
    ]);
  });
});
