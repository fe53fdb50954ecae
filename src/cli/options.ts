import type { Settings } from '../config/settings.ts';

/** The options as commander gives them: the names of the command line in camel case. */
export interface Options
  extends Pick<
    Settings,
    | 'relations'
    | 'threshold'
    | 'rewriteThreshold'
    | 'minWords'
    | 'include'
    | 'exclude'
    | 'textField'
    | 'idField'
    | 'titleField'
  > {
  readonly format?: readonly string[];
  readonly check?: true;
  readonly failOn?: readonly string[];
  readonly maxDuplicates?: number;
  readonly filesFrom?: string;
  readonly ignore: boolean;
  readonly full?: true;
  readonly explain?: true;
  readonly color: 'auto' | 'always' | 'never';
  readonly progress: boolean;
  readonly quiet?: true;
  readonly verbose?: true;
}

/** What the options say of the run itself, as the library takes it. */
export function settingsOf(options: Options, cwd: string): Settings {
  const { relations, threshold, rewriteThreshold, minWords, include, exclude, textField, idField, titleField } =
    options;
  const said = { relations, threshold, rewriteThreshold, minWords, include, exclude, textField, idField, titleField };
  const given = Object.entries(said).filter(([, value]) => value !== undefined);
  return { cwd, ignoreFiles: options.ignore, ...Object.fromEntries(given) };
}
