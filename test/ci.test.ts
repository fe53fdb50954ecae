import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { recipe as recipeOf } from '../scripts/recipe.mjs';
import { story } from './cli/story.ts';
import { buildIfStale, COMMAND } from './command.ts';
import { type Repository, repository } from './repository.ts';
import { scratch } from './scratch.ts';

beforeAll(buildIfStale);

const ROOT = resolve(import.meta.dirname, '..');
const page = readFileSync(join(ROOT, 'docs/ci.md'), 'utf8');

/** A recipe of the page, as it stands there. */
const recipe = (name: string): string => recipeOf(page, name);

/** Runs a shell script as CI systems do: it ends at the first command that fails. The command is there as `dedupe`. */
function shell(cwd: string, script: string, env: Readonly<Record<string, string>> = {}, args: readonly string[] = []) {
  const bin = scratch();
  writeFileSync(join(bin, 'dedupe'), `#!/bin/sh\nexec "${process.execPath}" "${COMMAND}" "$@"\n`, { mode: 0o755 });
  // Without --no, npx would fetch whatever the registry has under that name.
  writeFileSync(join(bin, 'npx'), '#!/bin/sh\n[ "$1" = --no ] || exit 127\nshift\nexec "$@"\n', { mode: 0o755 });
  const path = [bin, resolve(process.execPath, '..'), process.env.PATH].join(delimiter);
  const options = { cwd, encoding: 'utf8', env: { PATH: path, HOME: bin, ...env } } as const;
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['-e', '-o', 'pipefail', '-c', script, 'bash', ...args],
    options,
  );
  return { status, stdout, stderr };
}

/** A repository whose branch `topic` adds an article to those on `main`, which hold a duplicate. */
function articles(added: Readonly<Record<string, string>>): Repository {
  const made = repository({
    'articles/a.md': story('baker'),
    'articles/b.md': story('baker'),
    'articles/c.md': story('miller'),
  });
  made.git('remote', 'add', 'origin', made.folder);
  made.git('fetch', '--quiet', 'origin');
  made.git('switch', '--quiet', '--create', 'topic');
  made.commit(added);
  return made;
}

const fresh = { 'articles/new.md': story('smith') };
const repeated = { 'articles/new.md': story('miller') };

describe('the recipes', () => {
  it('accept what is there, and check for what is new', () => {
    const { folder, write } = articles({});
    expect(shell(folder, recipe('baseline'))).toMatchObject({ status: 0 });
    write(repeated);
    const check = recipe('baseline').split('\n')[1] as string;
    expect(shell(folder, check)).toMatchObject({ status: 1 });
  });

  it('let git merge two baselines that touch the same place', () => {
    const { folder, git, write, commit } = repository({ '.gitattributes': recipe('gitattributes') });
    const [accept, check] = recipe('baseline').split('\n') as [string, string];
    for (const side of ['left', 'right']) {
      git('switch', '--quiet', '--create', side, 'main');
      write(Object.fromEntries(['1', '2'].map((name) => [`articles/${side}${name}.md`, story(side)])));
      expect(shell(folder, accept).status).toBe(0);
      commit();
    }
    git('merge', '--quiet', '--message', 'both', 'left');
    expect(shell(folder, check)).toMatchObject({ status: 0, stderr: '' });
  });

  it('run as npm scripts', () => {
    const { folder, write } = articles({ 'package.json': recipe('npm') });
    const { scripts } = JSON.parse(recipe('npm')) as { scripts: Record<string, string> };
    expect(Object.keys(scripts)).toEqual(['duplicates', 'duplicates:accept']);
    const script = (name: string) => shell(folder, `npm run --silent ${name}`);
    expect(script('duplicates').status).toBe(2);
    expect(script('duplicates:accept').status).toBe(0);
    expect(script('duplicates').status).toBe(0);
    write(repeated);
    expect(script('duplicates').status).toBe(1);
  });

  it('run as a job of GitLab', () => {
    const { duplicates: job } = parse(recipe('gitlab'));
    for (const [added, status] of [
      [fresh, 0],
      [repeated, 1],
    ] as const) {
      const { folder, git } = articles(added);
      const base = git('rev-parse', 'origin/main').trim();
      for (const line of job.script)
        expect(shell(folder, line, { CI_MERGE_REQUEST_DIFF_BASE_SHA: base }).status).toBe(status);
      const { codequality, junit } = job.artifacts.reports;
      expect(JSON.parse(readFileSync(join(folder, codequality), 'utf8'))).toHaveLength(status);
      expect(readFileSync(join(folder, junit), 'utf8')).toContain('<testsuite');
    }
    expect(job.before_script).toEqual(['npm ci']);
  });

  it('run as a hook of pre-commit, which gives the names of the files of a commit', () => {
    const [hook] = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8'));
    const [{ hooks }] = parse(recipe('pre-commit')).repos;
    expect(hooks).toEqual([{ id: hook.id }]);
    const files = ['articles/new.md', 'articles/-a b.md'];
    for (const name of files) expect(name).toMatch(new RegExp(hook.files));
    for (const name of ['a.png', 'txt', 'a.md.bak']) expect(name).not.toMatch(new RegExp(hook.files));
    const run = (
      { folder }: Pick<Repository, 'folder'>,
      names: readonly string[],
      args: readonly string[] = hook.args,
    ) => shell(folder, `${hook.entry} "$@"`, {}, [...args, ...names]);
    const commit = (added: Readonly<Record<string, string>>) => run(articles(added), Object.keys(added)).status;
    expect(commit(fresh)).toBe(0);
    expect(commit(repeated)).toBe(1);
    expect(commit({ 'articles/-a b.md': story('miller') })).toBe(1);
    expect(commit({ '-a.md': story('miller') })).toBe(1);

    const made = articles(repeated);
    const options = /args: (\[.*\])/.exec(page)?.[1] as string;
    expect(shell(made.folder, recipe('baseline').split('\n')[0] as string).status).toBe(0);
    expect(run(made, Object.keys(repeated), parse(options))).toMatchObject({ status: 0, stderr: '' });
    made.write({ 'articles/third.md': story('miller') });
    expect(run(made, ['articles/third.md'], parse(options)).status).toBe(1);
  });

  it('let a commit pass that has nothing to compare, or that ignore files leave out', () => {
    const [hook] = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8'));
    const run = (files: Readonly<Record<string, string>>, ...names: string[]) =>
      shell(repository(files).folder, `${hook.entry} "$@"`, {}, [...hook.args, ...names]);
    const short = run({ 'README.md': '# Hello' }, 'README.md');
    expect([short.status, short.stderr]).toEqual([
      0,
      expect.stringContaining('nothing that was given can be compared'),
    ]);
    expect(run({ 'a.md': story('baker'), 'empty.md': '' }, 'empty.md').status).toBe(0);
    const left = { '.dedupeignore': 'old/', 'a.md': story('baker'), 'old/a.md': story('baker') };
    expect(run(left, 'old/a.md').status).toBe(0);
    expect(run(left, 'a.md', 'old/a.md').status).toBe(0);
    expect(run({ '.dedupeignore': '*', 'a.md': story('baker') }, 'a.md').status).toBe(0);
    expect(run({ 'a.md': `${story('baker')}\0` }, 'a.md').status).toBe(2);
  });
});

describe('the GitHub action', () => {
  const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));
  const [step] = parse(recipe('github')).jobs.duplicates.steps.filter(({ id }: { id?: string }) => id === 'dedupe');

  /** Runs the shell steps of the action with these inputs, as GitHub does. */
  function act(folder: string, given: Readonly<Record<string, string>>) {
    const temporary = scratch();
    const files = { GITHUB_OUTPUT: join(temporary, 'output'), GITHUB_STEP_SUMMARY: join(temporary, 'summary') };
    for (const file of Object.values(files)) writeFileSync(file, '');
    const context = (name: string): string => {
      if (name === 'github.action_path') return ROOT;
      const input = /^inputs\.(.+)$/.exec(name)?.[1] ?? '';
      if (!Object.hasOwn(action.inputs, input)) throw new Error(`there is no ${name}`);
      return given[input] ?? action.inputs[input].default;
    };
    const filled = (text: string): string => text.replace(/\$\{\{ (.*?) \}\}/g, (_, name) => context(name));
    const runs = action.runs.steps.filter((each: { run?: string }) => each.run !== undefined);
    let last = { status: 0 as number | null, stdout: '', stderr: '' };
    for (const { run, env = {}, 'working-directory': at } of runs) {
      if (last.status !== 0) break;
      expect(run).not.toContain('${{');
      const values = Object.fromEntries(Object.entries<string>(env).map(([name, value]) => [name, filled(value)]));
      last = shell(resolve(folder, filled(at)), run, { ...files, RUNNER_TEMP: temporary, ...values });
    }
    const outputs = Object.fromEntries(
      readFileSync(files.GITHUB_OUTPUT, 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.split(/=(.*)/s).slice(0, 2)),
    );
    return { ...last, outputs, summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8') };
  }

  it('does as the page has it: annotates and fails on a new duplicate alone', () => {
    const inputs = {
      ...step.with,
      'changed-since': step.with['changed-since'].replace(/\$\{\{ github\.base_ref \}\}/, 'main'),
    };
    for (const name of Object.keys(inputs)) expect(action.inputs).toHaveProperty(name);
    const good = act(articles(fresh).folder, inputs);
    expect([good.status, good.outputs]).toEqual([
      0,
      { 'exit-code': '0', sarif: './dedupe.sarif', duplicates: '0', clusters: '0' },
    ]);
    const { folder } = articles(repeated);
    const bad = act(folder, inputs);
    expect([bad.status, bad.outputs['exit-code'], bad.outputs.duplicates]).toEqual([1, '1', '1']);
    expect(bad.stdout).toMatch(/^::(?:error|warning) .*file=articles\/new\.md/m);
    expect(bad.stderr).toContain('check failed: 1 duplicate in 1 cluster');
    expect(bad.summary).toContain('new.md');
    const log = JSON.parse(readFileSync(join(folder, bad.outputs.sarif), 'utf8'));
    expect(log.runs[0].results).toHaveLength(1);
  });

  it('takes each of its inputs, whatever is in it', () => {
    const { folder, write } = articles(repeated);
    write({ "it's $(touch x)/a b.md": story('smith'), "it's $(touch x)/c.md": story('smith') });
    const duplicates = (inputs: Readonly<Record<string, string>>) => {
      const { status, outputs } = act(folder, inputs);
      return [status, outputs.duplicates];
    };
    expect(duplicates({})).toEqual([1, '3']);
    expect(duplicates({ check: 'false' })).toEqual([0, '3']);
    expect(duplicates({ paths: "articles\nit's $(touch x)/a b.md\n" })).toEqual([1, '2']);
    expect(duplicates({ 'working-directory': "it's $(touch x)" })).toEqual([1, '1']);
    expect(duplicates({ 'fail-on': 'rewrite,excerpt' })).toEqual([0, '3']);
    expect(duplicates({ 'max-duplicates': '3' })).toEqual([0, '3']);
    expect(duplicates({ threshold: '1' })).toEqual([1, '3']);
    expect(duplicates({ 'baseline-from-ref': 'topic', paths: 'articles' })).toEqual([0, '2']);
    expect(act(folder, { 'fail-on': '$(touch x)' })).toMatchObject({ status: 2, outputs: { 'exit-code': '2' } });
    mkdirSync(join(folder, 'out'));
    expect(act(folder, { sarif: 'out/a b.sarif' }).outputs.sarif).toBe('./out/a b.sarif');
    const elsewhere = join(scratch(), 'log.sarif');
    expect(act(folder, { sarif: elsewhere }).outputs.sarif).toBe(elsewhere);
    expect(readFileSync(elsewhere, 'utf8')).toContain('2.1.0');
    expect(() => readFileSync(join(folder, 'x'))).toThrow();
  });

  it('says why it could not run, as an error and in the summary', () => {
    const { folder } = articles(repeated);
    const ran = act(folder, { baseline: '<b>100%\n.json' });
    expect([ran.status, ran.outputs]).toEqual([2, { 'exit-code': '2' }]);
    expect(ran.stdout).toMatch(/^::error title=dedupe could not run::error: There is no baseline '<b>100%25.*$/m);
    expect(ran.summary).toMatch(/^<pre>\nerror: There is no baseline '&lt;b>100%[^<]*<\/pre>\n$/);
    expect(ran.stderr).toContain('There is no baseline');
  });

  it('takes no other word for true or false: a check that turns itself off is none', () => {
    for (const check of ['True', 'yes', '', 'true '])
      expect(act(articles(repeated).folder, { check })).toMatchObject({
        status: 2,
        outputs: { 'exit-code': '2' },
        stdout: expect.stringMatching(/^::error .*The input check must be true or false/),
      });
  });

  it('tells how to accept what it found by a command that can be run', () => {
    const { folder, write } = articles(repeated);
    write({ "it's/a b.md": story('smith'), "it's/c.md": story('smith') });
    const inputs = { paths: "articles\nit's\n" };
    const { status, stderr } = act(folder, inputs);
    const command = /to accept.*?: (dedupe .*)$/m.exec(stderr)?.[1] as string;
    expect([status, command]).toEqual([1, expect.not.stringContaining('--format')]);
    expect(command).toBe("dedupe --baseline dedupe-baseline.json --update-baseline --check -- articles 'it'\\''s'");
    expect(shell(folder, command).status).toBe(0);
    expect(act(folder, { ...inputs, baseline: 'dedupe-baseline.json' }).status).toBe(0);
  });

  it('builds itself with what it is built by, whatever the job says', () => {
    const { run } = action.runs.steps.find(({ name }: { name?: string }) => name === 'Build dedupe');
    const folder = scratch();
    const npm = 'npm() { printf "%s\\n" "$@" > asked; }\n';
    expect(shell(folder, npm + run, { NODE_ENV: 'production' }).status).toBe(0);
    expect(readFileSync(join(folder, 'asked'), 'utf8').split('\n')).toContain('--include=dev');
    mkdirSync(join(folder, 'dist/cli'), { recursive: true });
    writeFileSync(join(folder, 'dist/cli/main.js'), '');
    writeFileSync(join(folder, 'asked'), '');
    expect(shell(folder, npm + run).status).toBe(0);
    expect(readFileSync(join(folder, 'asked'), 'utf8')).toBe('');
  });

  it('has each input and output described, and named on the page', () => {
    for (const [name, { description }] of Object.entries<{ description: string }>({
      ...action.inputs,
      ...action.outputs,
    })) {
      expect(description).toMatch(/\.$/);
      expect(page).toContain(`\`${name}\``);
    }
  });
});
