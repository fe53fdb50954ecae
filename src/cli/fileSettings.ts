import { CONFIG_SCHEMA } from '../config/configSchema.ts';
import { FIELDS, type Field, problemsOfField } from '../config/fields.ts';
import { pathName, problemsOf } from '../config/problems.ts';
import type { FileSettings } from '../config/settings.ts';
import { UsageError } from '../errors.ts';
import type { ConfigFile } from './configFile.ts';
import { NOT_IN_CONFIG } from './options.ts';

/**
 * What a config file says, its paths as seen from the working directory.
 *
 * @throws UsageError that names every problem at once, each by its place in the file
 */
export function fileSettings({ name, folder, value }: ConfigFile, cwd: string): FileSettings {
  const misplaced = Object.keys(NOT_IN_CONFIG).filter((key) => isObject(value) && Object.hasOwn(value, key));
  const rest = isObject(value) ? without(value, misplaced) : value;
  const problems = [
    ...misplaced.map((key) => `${key} can't be set in ${name}: ${NOT_IN_CONFIG[key as keyof typeof NOT_IN_CONFIG]}.`),
    ...problemsOf(CONFIG_SCHEMA, rest, (path) => (path.length === 0 ? name : `${pathName(path)} in ${name}`)),
  ];
  if (problems.length > 0) throw new UsageError(problems);
  const said = Object.entries(without(rest as object, ['$schema'])).filter(([, inner]) => inner !== undefined);
  const others = said.flatMap(([key, inner]) =>
    problemsOfField(
      FIELDS[key as keyof FileSettings] as Field<unknown>,
      inner,
      (path) => `${pathName([key, ...path])} in ${name}`,
    ),
  );
  if (others.length > 0) throw new UsageError(others);
  return Object.fromEntries(
    said.map(([key, inner]) => {
      const { rebase } = FIELDS[key as keyof FileSettings] as Field<unknown>;
      return [key, rebase === undefined ? inner : rebase(inner, folder, cwd)];
    }),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function without(value: object, keys: readonly string[]): object {
  return keys.length === 0 || Array.isArray(value)
    ? value
    : Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}
