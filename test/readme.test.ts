import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { rewritten } from '../scripts/readme.mjs';
import { FORMATS } from '../src/config/formats.ts';
import { buildIfStale } from './command.ts';

beforeAll(buildIfStale);

const page = (name: string) => readFileSync(resolve(import.meta.dirname, '..', name), 'utf8');

it('the README shows what the command and the library example print (else: npm run readme)', () => {
  const text = page('README.md');
  expect(text).toContain('<!-- report:');
  expect(text).toContain("from 'dedupe-articles'");
  expect(text).toBe(rewritten(text));
});

it('the page on formats has each of them, with what the command prints (else: npm run readme)', () => {
  const text = page('docs/formats.md');
  for (const format of Object.keys(FORMATS)) expect(text).toContain(`\n## ${format}\n`);
  expect(text.match(/<!-- format: /g)?.length).toBeGreaterThan(6);
  expect(text).toBe(rewritten(text));
}); // A process for each format, on a machine that may be busy.
