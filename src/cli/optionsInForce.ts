import type { Command } from 'commander';
import { COMMAND_DEFAULTS } from '../config/defaults.ts';
import { FIELDS } from '../config/fields.ts';
import { problemsOf } from '../config/problems.ts';
import type { FileSettings } from '../config/settings.ts';
import { UsageError } from '../errors.ts';
import type { Options, Taken } from './options.ts';

/** Settings that say what to check for. */
const CHECKING = ['failOn', 'maxDuplicates'] as const;

/** What is in force, and where it came from. */
export interface InForce {
  readonly options: Options;
  /** Of each setting that was said: the option as it was typed, or the config file's name. */
  readonly origins: ReadonlyMap<string, string>;
  /** The config file's name; null if there is none. */
  readonly file: string | null;
}

/**
 * The options of a run: as typed, else as the config file says, else the defaults.
 *
 * @param program the root command, parsed
 * @param taken by this command; by the scan all is
 * @throws UsageError that names each wrong value by the option that was typed, or by its place in the config file
 */
export async function optionsInForce(program: Command, cwd: string, taken?: Taken): Promise<InForce> {
  const typed = typedOptions(program, taken);
  const { file, settings } = await settingsOfFile(cwd, typed.values.config as string | false | undefined);
  const said = Object.entries(settings).filter(([name]) => taken?.settings.includes(name) ?? true);
  const { color, progress } = program.opts<Options>();
  // As on the command line: who says what to check for asks for the check.
  const implied = CHECKING.find((name) => settings[name] !== undefined && (taken?.settings.includes(name) ?? true));
  if (implied !== undefined && settings.check === undefined) said.push(['check', true]);
  return {
    options: { color, progress, ...COMMAND_DEFAULTS, ...Object.fromEntries(said), ...typed.values },
    origins: new Map([...said.map(([name]) => [name, file ?? ''] as const), ...Object.entries(typed.names)]),
    file,
  };
}

async function settingsOfFile(
  cwd: string,
  named: string | false | undefined,
): Promise<{ file: string | null; settings: FileSettings }> {
  if (named === false) return { file: null, settings: {} };
  const { configFile } = await import('./configFile.ts');
  const found = await configFile(cwd, named);
  if (found === null) return { file: null, settings: {} };
  const { fileSettings } = await import('./fileSettings.ts');
  return { file: found.name, settings: fileSettings(found, cwd) };
}

/** What stands on the command line, by the name of the setting: its value, and the option as it is written. */
function typedOptions(
  program: Command,
  taken?: Taken,
): { values: Record<string, unknown>; names: Record<string, string> } {
  const values: Record<string, unknown> = {};
  const names: Record<string, string> = {};
  const problems: string[] = [];
  for (const option of program.options) {
    const attribute = option.attributeName();
    const value: unknown = program.getOptionValue(attribute);
    const source = program.getOptionValueSource(attribute);
    // What is typed may imply another. `--check` and `--no-check` are two options of one attribute.
    if ((source !== 'cli' && source !== 'implied') || option.negate !== (value === false)) continue;
    const name = settingOf(attribute);
    const written = option.long ?? option.flags;
    if (taken && !taken.options.includes(name)) problems.push(`${taken.command} takes no ${written}.`);
    // `--no-baseline` takes back what the config says, `--no-config` is an answer of its own.
    const isTakenBack = name === 'baseline' && option.negate;
    values[name] = isTakenBack ? undefined : value;
    names[name] = written;
    if (Object.hasOwn(FIELDS, name) && !isTakenBack) {
      problems.push(...problemsOf(FIELDS[name as keyof FileSettings].schema, value, () => written));
    }
  }
  if (problems.length > 0) throw new UsageError(problems);
  return { values, names };
}

/** The setting that an option gives: its own name, save that `--no-ignore` must say in a file what it is about. */
function settingOf(attribute: string): string {
  return attribute === 'ignore' ? 'ignoreFiles' : attribute;
}

/** For a command that runs nothing, and so takes no options. */
export function refuseOptions(program: Command, command: string): void {
  typedOptions(program, { command, options: [], settings: [] });
}
