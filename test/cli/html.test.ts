import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildIfStale, runCommand } from '../command.ts';
import { scratch } from '../scratch.ts';
import { story } from './story.ts';

beforeAll(buildIfStale);

const articles = () =>
  scratch({ 'a/one.txt': story('miller'), 'a/two.md': `# Title\n\n${story('miller')}`, 'a/three.txt': story('baker') });

describe('-f html', () => {
  it('writes a page beside other reports, which say the same with it and without', async () => {
    const cwd = articles();
    const alone = await runCommand(cwd, ['a', '-f', 'json']);
    const both = await runCommand(cwd, ['a', '-f', 'json', '-f', 'html:out/report.html']);
    expect(both).toEqual(alone);
    const page = readFileSync(join(cwd, 'out/report.html'), 'utf8');
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain('a/one.txt');
  });

  it('writes the page of a comparison, match or none', async () => {
    const cwd = articles();
    for (const other of ['a/two.md', 'a/three.txt']) {
      const { code, stdout, stderr } = await runCommand(cwd, ['compare', 'a/one.txt', other, '-f', 'html']);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain(`<title>a/one.txt and ${other} compared</title>`);
    }
  });
});
