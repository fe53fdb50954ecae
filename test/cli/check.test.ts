import { describe, expect, it } from 'vitest';
import { scratch } from '../scratch.ts';
import { play } from './stage.ts';
import { story } from './story.ts';

const weather = (day: string, degrees: number) =>
  `On ${day} it will be ${degrees} degrees in Harrow Bay with a light wind from the sea, and whoever sails should keep ` +
  'to the inner harbour until the evening, the pilots say, for the tide runs strong around the mole at this time of the ' +
  'year and the buoys beyond it have not been laid out again since the ice went.\n';

const siblings = () => ({ 'a.txt': weather('Monday', 12), 'b.txt': weather('Friday', 17) });
const copies = () => ({ 'c.txt': story('baker'), 'd.txt': story('baker'), 'e.txt': story('miller') });

describe('--fail-on', () => {
  it('names the relations that a check fails on, and asks for the check', async () => {
    const cwd = scratch(copies());
    expect((await play(cwd, ['--fail-on', 'identical'])).code).toBe(1);
    expect(await play(cwd, ['--fail-on', 'near-copy,excerpt,rewrite'])).toMatchObject({ code: 0, stderr: '' });
  });

  it('passes template siblings unless they are named', async () => {
    const cwd = scratch(siblings());
    expect((await play(cwd, ['--check', '-f', 'json'])).stdout).toContain('"template": true');
    expect((await play(cwd, ['--check'])).code).toBe(0);
    expect((await play(cwd, ['--fail-on', 'near-copy'])).code).toBe(0);
    expect(await play(cwd, ['--fail-on', 'template'])).toMatchObject({ code: 1 });
  });

  it('decides for compare too', async () => {
    const cwd = scratch({ ...siblings(), ...copies() });
    const code = async (...args: string[]) => (await play(cwd, ['compare', ...args])).code;
    expect(await code('c.txt', 'd.txt', '--fail-on', 'rewrite')).toBe(0);
    expect(await code('c.txt', 'd.txt', '--fail-on', 'identical')).toBe(1);
    expect(await code('a.txt', 'b.txt', '--check')).toBe(0);
    expect(await code('a.txt', 'b.txt', '--fail-on', 'template')).toBe(1);
  });

  it.each([
    [
      ['--fail-on', 'near-copies'],
      "--fail-on must be identical, near-copy, excerpt, rewrite or template, not 'near-copies'.",
    ],
    [['--fail-on', 'near-copies'], "Did you mean 'near-copy'?"],
    [
      ['--fail-on', 'rewrite', '--relations', 'identical'],
      "A check for 'rewrite' could never fail: 'rewrite' is not among",
    ],
    [
      ['--fail-on', 'template', '--relations', 'rewrite'],
      "A check for 'template' could never fail: 'near-copy' is not among",
    ],
    [['--max-duplicates', '-1'], '--max-duplicates must be a whole number from 0, not -1.'],
    [['--max-duplicates', '1.5'], '--max-duplicates must be a whole number from 0, not 1.5.'],
    [['--max-duplicates', 'few'], "must be a whole number from 0, not 'few'"],
  ])('%j can not run', async (args, part) => {
    const { code, stdout, stderr } = await play(scratch(copies()), args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(part);
  });
});

describe('--max-duplicates', () => {
  it('lets so many findings pass', async () => {
    const cwd = scratch({ ...copies(), 'f.txt': story('baker'), 'g.txt': story('miller') });
    expect((await play(cwd, ['--max-duplicates', '3'])).code).toBe(0);
    const { code, stderr } = await play(cwd, ['--max-duplicates', '2']);
    expect(code).toBe(1);
    expect(stderr).toContain('check failed: 3 duplicates in 2 clusters, more than the 2 findings that may be');
  });
});

describe('--threshold', () => {
  it('decides what a check fails on', async () => {
    const edited = story('baker').replace('On day 4', 'Late on day 4').replace('day 7 the', 'day 7 our');
    const cwd = scratch({ 'a.txt': story('baker'), 'b.txt': edited });
    const code = async (threshold: string) =>
      (await play(cwd, ['--fail-on', 'near-copy', '--threshold', threshold])).code;
    expect([await code('0.5'), await code('0.99')]).toEqual([1, 0]);
  });
});

describe('an article that could not be read', () => {
  it('fails the check, and is named', async () => {
    const cwd = scratch({ 'a.txt': story('baker'), 'b.txt': new Uint8Array(200), 'c.jsonl': '{"id": 1\n' });
    expect((await play(cwd, [])).code).toBe(0);
    const { code, stderr } = await play(cwd, ['--check', '-q']);
    expect(code).toBe(1);
    expect(stderr).toContain("2 sources can't be read: b.txt (binary), c.jsonl#L1 (bad record)");
  });

  it('is no article that is too short, or that asks to be left out', async () => {
    const cwd = scratch({ 'a.txt': story('baker'), 'b.txt': 'Three words only.\n', 'c.txt': '' });
    expect((await play(cwd, ['--check'])).code).toBe(0);
  });
});
