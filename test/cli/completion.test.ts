import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { completable } from '../../src/cli/completable.ts';
import { COMPLETIONS } from '../../src/cli/completion.ts';
import { programFor } from '../../src/cli/program.ts';
import type { World } from '../../src/cli/world.ts';
import { FAILING, RELATIONS } from '../../src/config/defaults.ts';
import { FORMATS } from '../../src/config/formats.ts';
import { scratch } from '../scratch.ts';
import { play } from './stage.ts';

const program = completable(programFor([], {} as World, [], () => {}));
const isInstalled = (shell: string) => spawnSync(shell, ['-c', 'true']).status === 0;

/** A folder with the script of a shell, and files to complete. */
function folderFor(shell: keyof typeof COMPLETIONS): string {
  const cwd = scratch({ 'news.txt': '', 'new posts/a.txt': '' });
  writeFileSync(join(cwd, 'script'), COMPLETIONS[shell](program));
  return cwd;
}

describe('what can be completed', () => {
  it('is all that help shows, read from the same tables', async () => {
    const help = (await play(scratch(), ['--help'])).stdout;
    for (const { flags } of program.options) for (const flag of flags) expect(help).toContain(flag);
    expect(help.match(/^ {2}-/gm)).toHaveLength(program.options.length);
    expect(program.commands.map(({ name }) => name)).toEqual(['compare', 'init', 'completion']);
  });

  it('knows the words that an option takes', () => {
    const words = (flag: string) => program.options.find(({ flags }) => flags.includes(flag))?.value;
    expect(words('--format')).toEqual({ kind: 'word', words: Object.keys(FORMATS) });
    expect(words('--relations')).toEqual({ kind: 'list', words: RELATIONS });
    expect(words('--fail-on')).toEqual({ kind: 'list', words: FAILING });
    expect(words('--color')).toEqual({ kind: 'word', words: ['auto', 'always', 'never'] });
    expect(words('--config')).toEqual({ kind: 'file' });
    expect(words('--min-words')).toEqual({ kind: 'any' });
    expect(words('--check')).toEqual({ kind: 'none' });
  });
});

/** Command lines up to the cursor, and some of what is offered; of all else what is not. */
const LINES: readonly (readonly [line: readonly string[], offered: readonly string[], not: string])[] = [
  [['--col'], ['--color'], '--check'],
  [['--color', ''], ['auto', 'always', 'never'], 'news.txt'],
  [['-f', 'j'], ['json', 'jsonl', 'junit'], 'csv'],
  [['--relations', 'identical,re'], ['identical,rewrite'], 'rewrite'],
  [['co'], ['compare', 'completion'], 'init'],
  [['completion', ''], ['bash', 'zsh', 'fish'], 'news.txt'],
  [['ne'], ['news.txt'], 'compare'],
  [['--config', 'ne'], ['news.txt'], 'compare'],
];

describe.skipIf(!isInstalled('bash'))('bash', () => {
  const offered = (line: readonly string[]): string[] => {
    const run = `source ./script; COMP_CWORD=$(($# - 1)); COMP_WORDS=("$@"); _dedupe; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const ran = spawnSync('bash', ['--norc', '--noprofile', '-c', run, 'bash', 'dedupe', ...line], {
      cwd: folderFor('bash'),
      encoding: 'utf8',
    });
    expect(ran.stderr).toBe('');
    return ran.stdout.split('\n').filter((word) => word !== '');
  };

  it.each(LINES)('%j: offers %j, not %s', (line, some, not) => {
    const words = offered(line);
    for (const word of some) expect(words).toContain(word);
    expect(words).not.toContain(not);
  });

  it('offers after a command the options that it takes', () => {
    expect(offered(['compare', '--'])).toContain('--explain');
    expect(offered(['compare', '--'])).not.toContain('--baseline');
    expect(offered(['init', '--'])).not.toContain('--threshold');
    expect(offered(['news', '--'])).toContain('--baseline');
  });

  it('takes a value after = too, keeps a name with a space whole, and leaves numbers alone', () => {
    expect(offered(['--color', '=', 'al'])).toEqual(['always']);
    expect(offered(['--color', '='])).toEqual(['auto', 'always', 'never']);
    expect(offered(['new'])).toContain('new posts');
    expect(offered(['--min-words', ''])).toEqual([]);
  });

  it('is what the command prints, to be evaluated', async () => {
    const { code, stdout } = await play(scratch(), ['completion', 'bash']);
    const bound = spawnSync('bash', ['--norc', '-c', 'eval "$1"; complete -p dedupe', 'bash', stdout], {
      encoding: 'utf8',
    });
    expect([code, bound.stdout]).toEqual([0, 'complete -F _dedupe dedupe\n']);
  });
});

describe.skipIf(!isInstalled('fish'))('fish', () => {
  it.each(LINES)('%j: offers %j, not %s', (line, some, not) => {
    const run = 'source ./script; complete -C $argv[1]';
    const ran = spawnSync('fish', ['-c', run, `dedupe ${line.join(' ')}`], {
      cwd: folderFor('fish'),
      encoding: 'utf8',
    });
    expect(ran.stderr).toBe('');
    const words = ran.stdout.split('\n').map((each) => each.split('\t')[0]);
    for (const word of some) expect(words).toContain(word);
    expect(words).not.toContain(not);
  });
});

describe.skipIf(!isInstalled('zsh'))('zsh', () => {
  it('reads the script', () => {
    const ran = spawnSync('zsh', ['-n', './script'], { cwd: folderFor('zsh'), encoding: 'utf8' });
    expect([ran.status, ran.stderr]).toEqual([0, '']);
  });
});

it('there is no script for another shell', async () => {
  const { code, stderr } = await play(scratch(), ['completion', 'csh']);
  expect(code).toBe(2);
  expect(stderr).toContain('Allowed choices are bash, zsh, fish');
});
