import type { COMMAND_DEFAULTS } from '../config/defaults.ts';
import { RUN_FIELDS } from '../config/fields.ts';
import type { CommandSettings, FileSettings, RunSettings, Settings } from '../config/settings.ts';

type CommandInForce = CommandSettings & typeof COMMAND_DEFAULTS;

/** What is in force for one run of the command: what was typed, what the config file says, the defaults. */
export interface Options extends RunSettings, CommandInForce {
  /** The config file to take, or false for none; else it is searched for. */
  readonly config?: string | false;
  readonly printConfig?: true;
  readonly filesFrom?: string;
  readonly changedSince?: string;
  readonly changedFrom?: string;
  readonly against?: readonly string[];
  readonly updateBaseline?: true;
  readonly updateStats?: true;
  readonly baselineFromRef?: string;
  readonly color: 'auto' | 'always' | 'never';
  readonly progress: boolean;
  readonly quiet?: true;
  readonly profile?: true;
  readonly cpuProfile?: string;
}

/** The options that no config file can set, and why. */
export const NOT_IN_CONFIG: Readonly<Record<Exclude<keyof Options, keyof FileSettings>, string>> = {
  config: 'it names the config file',
  printConfig: 'it asks for the config',
  filesFrom: 'it is the input of one run',
  changedSince: 'what changed is the question of one run',
  changedFrom: 'what changed is the question of one run',
  against: 'it goes with the articles of one run',
  baselineFromRef: 'which commit counts is the question of one run',
  updateBaseline: 'it would accept everything, run by run',
  updateStats: 'it would follow the articles, run by run',
  color: 'the terminal decides it, or NO_COLOR and FORCE_COLOR',
  progress: 'the terminal decides it',
  quiet: 'it would hide what went wrong from all who use the file',
  profile: 'it measures one run',
  cpuProfile: 'it measures one run',
};

/** What decides whether two articles match, and how they are read. */
const OF_PAIRS: readonly (keyof RunSettings)[] = [
  'maxBytes',
  'textField',
  'idField',
  'titleField',
  'minWords',
  'relations',
  'threshold',
  'rewriteThreshold',
];

/** What a command takes: of the options, and of the settings in a config file. */
export interface Taken {
  /** How messages name the command. */
  readonly command: string;
  readonly options: readonly string[];
  readonly settings: readonly string[];
}

/** `compare` asks by the way: a config says what matches, not what becomes of a scan's reports. */
export const TAKEN_BY_COMPARE: Taken = {
  command: 'compare',
  options: [
    ...OF_PAIRS,
    ...(['format', 'full', 'explain', 'color', 'progress', 'quiet', 'verbose'] as const),
    ...(['check', 'failOn', 'config', 'printConfig'] as const),
  ] satisfies (keyof Options)[],
  settings: OF_PAIRS,
};

/** What the options say of the run itself, as the library takes it. */
export function settingsOf(options: Options, cwd: string): Settings {
  const names = Object.keys(RUN_FIELDS) as (keyof RunSettings)[];
  const said = names.filter((name) => options[name] !== undefined).map((name) => [name, options[name]]);
  return { cwd, ...Object.fromEntries(said) };
}
