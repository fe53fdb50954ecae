import { DEFAULTS } from '../config/defaults.ts';
import { FIELDS } from '../config/fields.ts';
import { clean } from '../report/clean.ts';
import type { InForce } from './optionsInForce.ts';

/** What is in force, in YAML, a setting a line with where it came from. Globs are as they were said there. */
export function printConfig({ options, origins, file }: InForce): string {
  const all: Readonly<Record<string, unknown>> = { ...DEFAULTS, ...options };
  const lines = Object.keys(FIELDS).map((name) =>
    all[name] === undefined
      ? `# ${name} is not set`
      : `${name}: ${asYaml(all[name])} # ${clean(origins.get(name) ?? 'default')}`,
  );
  return [file === null ? '# No config file.' : `# Config file: ${clean(file)}`, ...lines, ''].join('\n');
}

/** JSON is YAML. */
function asYaml(value: unknown): string {
  const isGlobs = typeof value === 'object' && value !== null && 'globs' in value;
  return JSON.stringify(isGlobs ? value.globs : value);
}
