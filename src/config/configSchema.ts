import { COMMAND_DEFAULTS, DEFAULTS } from './defaults.ts';
import { FIELDS } from './fields.ts';
import type { Schema } from './schema.ts';

const defaults: Readonly<Record<string, unknown>> = { ...DEFAULTS, ...COMMAND_DEFAULTS };

/** What a config file may say, as JSON Schema: published as `config.schema.json`, and what the command checks by. */
export const CONFIG_SCHEMA: Schema & { readonly $schema: string; readonly $id: string } = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'urn:dedupe-articles:config:1',
  title: 'an object of settings',
  description: 'The config of dedupe: dedupe.config.json, .yaml or .mjs, or the key dedupe of package.json.',
  type: 'object',
  properties: {
    $schema: { type: 'string', description: 'The JSON Schema by which an editor checks this file.' },
    ...Object.fromEntries(
      Object.entries(FIELDS).map(([name, { schema }]) => [
        name,
        Object.hasOwn(defaults, name) ? { ...schema, default: defaults[name] } : schema,
      ]),
    ),
  },
  additionalProperties: false,
};
