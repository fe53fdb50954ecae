import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lines } from '../../src/collect/lines.ts';
import { portionsOf } from '../../src/collect/portions.ts';
import { scratch } from '../scratch.ts';

const anyText = fc.array(fc.oneof(fc.constantFrom('\n', '\n', '\r\n', '\uFEFF', ''), fc.string({ maxLength: 30 })), {
  maxLength: 30,
});

describe('the lines of a file', () => {
  it('are each in one of the stretches that follow each other, wherever these are cut', () => {
    fc.assert(
      fc.property(anyText, fc.array(fc.nat(300), { maxLength: 6 }), (parts, cuts) => {
        const file = join(scratch({ 'a.jsonl': parts.join('') }), 'a.jsonl');
        const whole = [...lines(file, 1000)];
        const ends = [...new Set([0, ...cuts])].sort((x, y) => x - y);
        let before = 0;
        const cut = ends.flatMap((from, i) => {
          const own = [...lines(file, 1000, { from, to: ends[i + 1] ?? Number.POSITIVE_INFINITY })];
          const numbered = own.map((line) => ({ ...line, number: before + line.number }));
          before += own.length;
          return numbered;
        });
        expect(cut).toEqual(whole);
      }),
      { numRuns: 200 },
    );
  });

  it('of a stretch in the middle of a long line are none, and the line is not read to its end', () => {
    const file = join(scratch({ 'a.jsonl': `{"id":"${'x'.repeat(3_000_000)}"}\n{}\n` }), 'a.jsonl');
    expect([...lines(file, 1000, { from: 1_000_000, to: 2_000_000 })]).toEqual([]);
    expect([...lines(file, 1000, { from: 0, to: 1_000_000 })]).toMatchObject([{ number: 1, bytes: null }]);
    expect([...lines(file, 1000, { from: 3_000_000, to: Number.POSITIVE_INFINITY })]).toMatchObject([{ number: 1 }]);
  });
});

describe('portions', () => {
  it('hold all that was found, in its order', () => {
    const cwd = scratch({ 'big.jsonl': '{}\n'.repeat(900_000) });
    const file = (path: string, format: 'text' | 'jsonl') => ({ path, absolute: join(cwd, path), format });
    const files = Array.from({ length: 600 }, (_, i) => file(`${i}.txt`, 'text'));
    const skip = { path: 's', reason: 'link', detail: 'leads to nothing' } as const;
    const portions = portionsOf([...files, skip, file('big.jsonl', 'jsonl'), file('none.jsonl', 'jsonl'), ...files]);
    expect(portions.flatMap((portion) => ('files' in portion ? portion.files : []))).toEqual([...files, ...files]);
    expect(portions.flatMap((portion) => ('skip' in portion ? [portion.skip.path] : []))).toEqual(['s', 'none.jsonl']);
    const stretches = portions.flatMap((portion) => ('stretch' in portion ? [portion.stretch] : []));
    expect(stretches.length).toBeGreaterThan(1);
    for (const [i, { from }] of stretches.entries()) expect(from).toBe(stretches[i - 1]?.to ?? 0);
    expect(stretches.at(-1)?.to).toBe(Number.POSITIVE_INFINITY);
  });
});
