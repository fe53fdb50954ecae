import manifest from '../../package.json' with { type: 'json' };

/** What this program is called in help and reports. */
export const TOOL: { readonly name: string; readonly version: string } = { name: 'dedupe', version: manifest.version };
