import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');

interface Import {
  /** The importing file, relative to src/. */
  readonly from: string;
  /** The imported file, relative to src/; or the package's name. */
  readonly to: string;
  readonly isPackage: boolean;
}

const imports: readonly Import[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .flatMap((path) => {
    const source = readFileSync(join(SRC, path), 'utf8');
    const specifiers = source.matchAll(/^(?:import|export)\b[^'"]*?from '([^']+)'|import\('([^']+)'\)/gm);
    return Array.from(specifiers, ([, named, dynamic]) => importOf(path, (named ?? dynamic) as string));
  });

function importOf(path: string, specifier: string): Import {
  const from = path.split(sep).join('/');
  if (!specifier.startsWith('.')) {
    const name = /^(?:node:.*|(?:@[^/]+\/)?[^/]+)/.exec(specifier)?.[0] ?? specifier;
    return { from, to: name, isPackage: true };
  }
  const to = relative(SRC, resolve(SRC, dirname(path), specifier))
    .split(sep)
    .join('/');
  return { from, to, isPackage: false };
}

/** The folder of src/ that a file is in; '' for a file beside the folders. */
function folder(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
}

const from = (...folders: string[]) => imports.filter((each) => folders.includes(folder(each.from)));
const told = (some: readonly Import[]) => some.map((each) => `${each.from} imports ${each.to}`);

describe('who may import whom', () => {
  it('is read from the sources', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(told(imports)).toContain('cli/program.ts imports commander');
    expect(told(imports)).toContain('cli/program.ts imports cli/scan.ts');
  });

  it('a stage imports no later one: data passes one way', () => {
    // lsh and match share the measure that one joins by and the other judges by.
    const stages = [['collect'], ['extract'], ['fingerprint'], ['lsh', 'match'], ['report'], ['cli', '']];
    for (const [i, stage] of stages.entries()) {
      const later = stages.slice(i + 1).flat();
      const nouns = ['model.ts', 'errors.ts'];
      const forward = from(...stage).filter(
        ({ to, isPackage }) => !isPackage && later.includes(folder(to)) && !nouns.includes(to),
      );
      expect(told(forward)).toEqual([]);
    }
  });

  it('reports read results, and nothing of how they came about', () => {
    const others = from('report').filter(({ to, isPackage }) => !isPackage && !/^(model\.ts|report\/)/.test(to));
    expect(told(others)).toEqual([]);
  });

  it('config knows the nouns only', () => {
    const others = from('config').filter(
      ({ to, isPackage }) => !isPackage && !/^(model|errors)\.ts$|^config\//.test(to),
    );
    expect(told(others)).toEqual([]);
  });

  it('only collect and the command touch the file system', () => {
    const touching = imports.filter(({ to }) => /^node:fs|^fast-glob$/.test(to));
    expect([...new Set(touching.map((each) => folder(each.from)))].sort()).toEqual(['cli', 'collect']);
  });

  it('each package has one door: one folder imports it', () => {
    const doors = new Map<string, Set<string>>();
    for (const { from: file, to, isPackage } of imports) {
      if (!isPackage || to.startsWith('node:')) continue;
      doors.set(to, (doors.get(to) ?? new Set()).add(folder(file)));
    }
    const shared = [...doors].filter(([, folders]) => folders.size > 1);
    expect(shared.map(([name, folders]) => `${name}: ${[...folders].join(', ')}`)).toEqual([]);
  });
});
