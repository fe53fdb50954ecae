import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratch } from '../scratch.ts';
import { play } from './stage.ts';
import { story } from './story.ts';

const copies = () => scratch({ 'a.txt': story('baker'), 'b.txt': `${story('baker')} Once more.` });

describe('--profile', () => {
  it('prints a line a stage on stderr, with figures that add up, and leaves the report as it is', async () => {
    const cwd = copies();
    const { stdout, stderr, code } = await play(cwd, ['--profile', '-f', 'json']);
    expect([stdout, code]).toEqual([(await play(cwd, ['-f', 'json'])).stdout, 0]);
    const [header, ...lines] = stderr.trimEnd().split('\n');
    expect(header?.trim()).toBe('wall s   CPU s   peak MB');
    expect(lines.map((line) => line.split(/\s/)[0])).toEqual(
      'Starting Reading Fingerprinting Pairing Verifying Clustering Explaining Reporting Total'.split(' '),
    );
    const walls = lines.map((line) => Number(line.slice(16).trim().split(/\s+/)[0]));
    const total = walls.pop() as number;
    expect(Math.abs(walls.reduce((sum, wall) => sum + wall, 0) - total)).toBeLessThan(0.1);
    expect(stderr).toContain('2 sources, 2 articles\n');
  });

  it('-v has the times in one line', async () => {
    const { stderr } = await play(copies(), ['-v']);
    expect(stderr).toMatch(/^Starting \d+\.\d\d s, Reading .* s, Reporting \d+\.\d\d s\n$/);
  });

  it('--cpu-profile writes what browsers’ tools open; a file that can not be written is said', async () => {
    const cwd = copies();
    expect(await play(cwd, ['--cpu-profile', 'run.cpuprofile', '-f', 'csv'])).toMatchObject({ code: 0, stderr: '' });
    const { nodes, samples } = JSON.parse(readFileSync(join(cwd, 'run.cpuprofile'), 'utf8'));
    expect(nodes.length).toBeGreaterThan(0);
    expect(Array.isArray(samples)).toBe(true);
    expect(await play(cwd, ['--cpu-profile', 'no/run.cpuprofile'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("Can't write the profile"),
    });
  });
});
