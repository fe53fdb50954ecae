import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { lilconfig } from 'lilconfig';
import { isWithin, shownPath } from '../collect/paths.ts';
import { repositoryOf } from '../collect/repository.ts';
import { UsageError } from '../errors.ts';

/** A config file as it was read, unchecked. */
export interface ConfigFile {
  /** How messages name it: its path from the working directory. */
  readonly name: string;
  /** The folder that its paths are relative to; absolute. */
  readonly folder: string;
  readonly value: unknown;
}

/** In a folder the first of these is taken. */
const CONFIG_FILES: readonly string[] = [
  'dedupe.config.json',
  'dedupe.config.yaml',
  'dedupe.config.yml',
  'dedupe.config.mjs',
];

const INSTEAD = '--no-config goes on without it.';

/**
 * The config file that is in force in a folder: the one that is named, or else the nearest in it or above it, no higher
 * than the top of the repository around it; outside of any only the folder itself is searched, for who knows who may
 * write to those above. Null if there is none.
 *
 * @throws UsageError if it can't be read, and where code would run that is not within the repository or the folder
 */
export async function configFile(cwd: string, named: string | undefined): Promise<ConfigFile | null> {
  const root = repositoryOf(cwd) ?? cwd;
  const nameOf = (path: string) => shownPath(path, cwd) + (basename(path) === 'package.json' ? '#dedupe' : '');
  /** lilconfig tells the error, but not of which file. */
  const naming =
    (read: (path: string, content: string) => unknown) =>
    async (path: string, content: string): Promise<unknown> => {
      try {
        return await read(path, content.replace(/^\uFEFF/, ''));
      } catch (error) {
        if (error instanceof UsageError) throw error;
        throw new UsageError(`Can't read the config ${shownPath(path, cwd)}: ${firstLine(error)} ${INSTEAD}`);
      }
    };
  const explorer = lilconfig('dedupe', {
    searchPlaces: [...CONFIG_FILES, 'package.json'],
    stopDir: root,
    packageProp: 'dedupe',
    ignoreEmptySearchPlaces: false,
    cache: false,
    loaders: {
      '.json': naming((path, content) => (basename(path) === 'package.json' ? keyed(content) : json(content))),
      '.yaml': naming((_, content) => yaml(content)),
      '.yml': naming((_, content) => yaml(content)),
      '.mjs': naming((path) => run(path, root, cwd)),
    },
  });
  try {
    const found = await (named === undefined ? explorer.search(cwd) : explorer.load(theFile(named, cwd)));
    if (!found) return null;
    const { filepath } = found;
    if (named === undefined) refuseTwo(filepath, cwd);
    else if (basename(filepath) === 'package.json' && found.config === null)
      throw new UsageError(`There is no key "dedupe" in ${named}.`);
    // An empty file, or one of comments alone, says nothing.
    return { name: nameOf(filepath), folder: dirname(filepath), value: found.config ?? {} };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`Can't read the config: ${firstLine(error)} ${INSTEAD}`);
  }
}

/** A manifest that is no object has no key; lilconfig would fall over it. */
function keyed(content: string): object {
  const manifest: unknown = JSON.parse(content);
  return typeof manifest === 'object' && manifest !== null ? manifest : {};
}

/** In JSON as in YAML: of two keys of one name neither is meant by itself. */
async function json(content: string): Promise<unknown> {
  const value: unknown = JSON.parse(content);
  const { refuseTwins } = await import('../extract/yaml.ts');
  refuseTwins(content);
  return value;
}

/** The parser is loaded for those who have such a file. */
async function yaml(content: string): Promise<unknown> {
  const { parseYaml } = await import('../extract/yaml.ts');
  return parseYaml(content);
}

async function run(path: string, root: string, cwd: string): Promise<unknown> {
  const real = realpathSync.native(path);
  if (!isWithin(real, realpathSync.native(root))) {
    throw new UsageError(
      `${shownPath(path, cwd)} would be run, and lies outside of ${shownPath(root, cwd)}: write it as JSON or YAML, or go there.`,
    );
  }
  const { log, info, debug } = console;
  // stdout is the report's.
  Object.assign(console, { log: console.error, info: console.error, debug: console.error });
  try {
    return await exportOf(pathToFileURL(real).href);
  } finally {
    Object.assign(console, { log, info, debug });
  }
}

/** Seconds that a config may take: one that asks the network is done by then. */
const PATIENCE = 10;

/** What a module exports, read out once: a getter in it may throw, or say something else the next time. */
async function exportOf(url: string): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`it was not done in ${PATIENCE} seconds.`)), PATIENCE * 1000);
  });
  const read = async (): Promise<unknown> => {
    const module: { readonly default?: unknown } = await import(url);
    const value = await module.default;
    if (value === undefined) throw new Error('it has no default export.');
    return readOut(value);
  };
  try {
    return await Promise.race([read(), late]);
  } finally {
    clearTimeout(timer);
  }
}

function readOut(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readOut);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, readOut(inner)]));
}

function theFile(named: string, cwd: string): string {
  const path = resolve(cwd, named);
  if (!existsSync(path)) throw new UsageError(`There is no config file '${named}'.`);
  if (['.json', '.yaml', '.yml', '.mjs'].includes(extname(path))) return path;
  throw new UsageError(`The config '${named}' must be a .json, .yaml or .mjs file.`);
}

function refuseTwo(taken: string, cwd: string): void {
  const [first, ...others] = configsIn(dirname(taken)).map((name) => shownPath(join(dirname(taken), name), cwd));
  if (others.length > 0) {
    throw new UsageError(
      `There are several configs: ${first} and ${others.join(', ')}. Keep one, or name it with --config.`,
    );
  }
}

/** The configs in a folder, as messages name them, the one that is taken first. */
export function configsIn(folder: string): string[] {
  const files = CONFIG_FILES.filter((name) => existsSync(join(folder, name)));
  return hasKey(join(folder, 'package.json')) ? [...files, 'package.json#dedupe'] : files;
}

function hasKey(manifest: string): boolean {
  try {
    return Object.hasOwn(keyed(readFileSync(manifest, 'utf8').replace(/^\uFEFF/, '')), 'dedupe');
  } catch {
    return false; // none there, or none that could be taken
  }
}

/** Parsers quote the text below their message; a sentence is what fits here. */
function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const line = message.split('\n', 1)[0]?.replace(/[:.]$/, '') ?? '';
  return `${line}.`;
}
