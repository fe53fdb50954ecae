import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { scratch } from './scratch.ts';

/** What git is told of its user: nothing of the machine's own settings. */
const ENV = {
  PATH: process.env.PATH,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
};

export interface Repository {
  readonly folder: string;
  /** Runs git in it; gives what it prints. */
  readonly git: (...args: string[]) => string;
  readonly write: (files: Readonly<Record<string, string>>) => void;
  /** Writes these files and commits all there is. */
  readonly commit: (files?: Readonly<Record<string, string>>) => void;
}

/** A new repository whose first commit, on the branch `main`, has these files; for as long as the test runs. */
export function repository(files: Readonly<Record<string, string>> = {}): Repository {
  return repositoryIn(scratch(), files);
}

/** The same in a folder that is there already. */
export function repositoryIn(folder: string, files: Readonly<Record<string, string>> = {}): Repository {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: folder, env: ENV, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const write = (some: Readonly<Record<string, string>>): void => {
    for (const [name, content] of Object.entries(some)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
  };
  const commit = (some: Readonly<Record<string, string>> = {}): void => {
    write(some);
    git('add', '--all', '--force');
    git('commit', '--quiet', '--allow-empty', '--message', 'work');
  };
  git('init', '--quiet', '--initial-branch', 'main');
  commit(files);
  return { folder, git, write, commit };
}
