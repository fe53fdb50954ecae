import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fillPage, markdownTable } from '../../scripts/eval/markdown.ts';
import { scratch } from '../scratch.ts';

test('a table has its first column to the left and the others to the right', () => {
  expect(
    markdownTable([
      ['run', 'pairs'],
      ['a', '12'],
      ['longer', '3'],
    ]),
  ).toBe(['| run    | pairs |', '| ------ | ----: |', '| a      |    12 |', '| longer |     3 |'].join('\n'));
});

test('figures take the place of the former ones, and the rest of the page stays', () => {
  const folder = scratch({ 'page.md': 'Before.\n\n<!-- measured: x -->\nold\n<!-- end of x -->\n\nAfter.\n' });
  const page = join(folder, 'page.md');
  fillPage(page, { x: 'one' });
  fillPage(page, { x: 'two' });
  expect(readFileSync(page, 'utf8')).toBe('Before.\n\n<!-- measured: x -->\n\ntwo\n\n<!-- end of x -->\n\nAfter.\n');
  expect(() => fillPage(page, { y: 'one' })).toThrow('no place for y');
});
