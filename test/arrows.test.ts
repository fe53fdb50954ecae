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
  /** Types alone: nothing of it is there when the program runs. */
  readonly isType: boolean;
}

const imports: readonly Import[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .flatMap((path) => {
    const source = readFileSync(join(SRC, path), 'utf8');
    const found = source.matchAll(/^(?:import|export)( type)?\b[^'"]*?from '([^']+)'|import\('([^']+)'\)/gm);
    return Array.from(found, ([, type, named, dynamic]) => importOf(path, (named ?? dynamic) as string, !!type));
  });

function importOf(path: string, specifier: string, isType: boolean): Import {
  const from = path.split(sep).join('/');
  if (!specifier.startsWith('.')) {
    const name = /^(?:node:.*|(?:@[^/]+\/)?[^/]+)/.exec(specifier)?.[0] ?? specifier;
    return { from, to: name, isPackage: true, isType };
  }
  const to = relative(SRC, resolve(SRC, dirname(path), specifier))
    .split(sep)
    .join('/');
  return { from, to, isPackage: false, isType };
}

/** The folder of src/ that a file is in; '' for a file beside the folders. */
function folder(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
}

/** In the order in which the data passes through them. */
const STAGES = ['collect', 'extract', 'fingerprint', 'lsh', 'match', 'policy', 'report'];

/** What runs in a browser. */
const PAGE = 'report/html/client/';

const from = (...folders: string[]) => imports.filter((each) => folders.includes(folder(each.from)));
const told = (some: readonly Import[]) => some.map((each) => `${each.from} imports ${each.to}`);

describe('who may import whom', () => {
  it('is read from the sources', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(new Set(imports.map((each) => folder(each.from)))).toEqual(
      new Set([...STAGES, 'model', 'store', 'threads', 'cli', 'config', '']),
    );
    expect(told(imports)).toContain('cli/program.ts imports commander');
    expect(told(imports)).toContain('cli/program.ts imports cli/scan.ts');
  });

  it('data passes one way: no stage imports a later one, nor what calls the stages', () => {
    // What is stored of articles is what the stages made of them; threads do what the pipeline does, elsewhere.
    const order = ['model', ...STAGES, 'store', '', 'threads', 'cli'];
    // The nouns stand before all stages. kernel.ts knows no stage: it loads what stands beside a stage's plain functions. Nor do a table of hashes, room for numbers, and what loads a module once.
    const everyones = ['errors.ts', 'didYouMean.ts', 'kernel.ts', 'hashTable.ts', 'room.ts', 'lazily.ts'];
    const forward = imports.filter(({ from: file, to, isPackage }) => {
      if (isPackage || everyones.includes(to) || folder(file) === 'config') return false;
      // The pipeline hands work to threads, which do the same as it does: no stage knows of them.
      if (folder(file) === '' && folder(to) === 'threads') return false;
      return order.indexOf(folder(to)) > order.indexOf(folder(file));
    });
    expect(told(forward)).toEqual([]);
  });

  it('a stage is given its settings and looks none up: it knows their types only', () => {
    const looked = from(...STAGES).filter(
      ({ to, isPackage, isType }) => !isPackage && folder(to) === 'config' && !isType,
    );
    expect(told(looked)).toEqual([]);
  });

  it('reports read results and how they are judged, and nothing of how they came about', () => {
    const others = from('report').filter(
      ({ from: file, to, isPackage }) =>
        !isPackage && !file.startsWith(PAGE) && !/^(model\/|policy\/|report\/)/.test(to),
    );
    expect(told(others)).toEqual([]);
  });

  it("the page's program clusters and aligns by the functions of the stages, and by nothing else of them", () => {
    const page = imports.filter(({ from: file }) => file.startsWith(PAGE));
    const others = page.filter(({ to, isPackage }) => isPackage || !/^(model\/|report\/)/.test(to));
    expect([...new Set(others.map(({ to }) => to))].sort()).toEqual([
      'extract/wordsOutside.ts',
      'extract/wordsPlain.ts',
      'match/align.ts',
      'match/cluster.ts',
      'match/relationAt.ts',
    ]);
  });

  it('config knows the nouns only', () => {
    const others = from('config').filter(
      ({ to, isPackage }) => !isPackage && !/^(errors|didYouMean)\.ts$|^(model|config)\//.test(to),
    );
    expect(told(others)).toEqual([]);
  });

  it('only collect, the store between runs and the command touch the file system', () => {
    const touching = imports.filter(({ to }) => /^node:fs|^fast-glob$/.test(to));
    expect([...new Set(touching.map((each) => folder(each.from)))].sort()).toEqual(['cli', 'collect', 'store']);
  });

  it('each package has one door: one file imports it; of commander, the folder of the command', () => {
    const doors = new Map<string, Set<string>>();
    for (const { from: file, to, isPackage } of imports) {
      if (!isPackage || to.startsWith('node:')) continue;
      const door = to === 'commander' ? folder(file) : file;
      doors.set(to, (doors.get(to) ?? new Set()).add(door));
    }
    expect([...(doors.get('commander') ?? [])]).toEqual(['cli']);
    const shared = [...doors].filter(([, files]) => files.size > 1);
    expect(shared.map(([name, files]) => `${name}: ${[...files].join(', ')}`)).toEqual([]);
  });
});
