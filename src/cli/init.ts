import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMAND_DEFAULTS, DEFAULTS } from '../config/defaults.ts';
import { FIELDS } from '../config/fields.ts';
import { UsageError } from '../errors.ts';
import { configsIn } from './configFile.ts';
import { TOOL } from './tool.ts';
import type { World } from './world.ts';

const FILE = 'dedupe.config.yaml';

/** `dedupe init`: writes a config file in which every setting stands with what it means, commented out; exit code 0. */
export function init({ cwd, stderr }: World): number {
  const [there] = configsIn(cwd);
  if (there !== undefined) throw new UsageError(`There is a ${there} here already; ${TOOL.name} init overwrites none.`);
  try {
    // 'wx' too refuses what is there, also a link that leads to nothing.
    writeFileSync(join(cwd, FILE), commentedConfig(), { flag: 'wx' });
  } catch (error) {
    throw new UsageError(`Can't write ${FILE}: ${(error as Error).message}.`);
  }
  stderr.write(`wrote ${FILE}; every setting in it is commented out\n`);
  return 0;
}

/** A config of comments alone. A setting's line less its `# ` is valid, and says what is the default or, where that is nothing, an example. */
export function commentedConfig(): string {
  const defaults: Readonly<Record<string, unknown>> = { ...DEFAULTS, ...COMMAND_DEFAULTS };
  const settings = Object.entries(FIELDS).flatMap(([name, { schema }]) => {
    // An empty list would not show what is in it.
    const isTelling = Object.hasOwn(defaults, name) && (schema.examples === undefined || `${defaults[name]}` !== '');
    const value = isTelling ? defaults[name] : schema.examples?.[0];
    return ['', `# ${schema.description}`, `# ${name}: ${JSON.stringify(value)}`];
  });
  return [
    '# yaml-language-server: $schema=./node_modules/dedupe-articles/dist/config.schema.json',
    `# What ${TOOL.name} does in this folder and below it. Paths and globs are relative to this file; the command's options`,
    `# win over it; ${TOOL.name} --print-config shows what is in force. To change a setting, take the "# " before it away.`,
    ...settings,
    '',
  ].join('\n');
}
