import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { rewritten } from '../scripts/readme.mjs';
import { buildIfStale } from './command.ts';

beforeAll(buildIfStale);

it('the README shows what the command and the library example print (else: npm run readme)', () => {
  const text = readFileSync(resolve(import.meta.dirname, '../README.md'), 'utf8');
  expect(text).toContain('<!-- report:');
  expect(text).toContain("from 'dedupe-articles'");
  expect(text).toBe(rewritten(text));
});
