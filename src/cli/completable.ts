import type { Command, Option } from 'commander';
import { FIELDS } from '../config/fields.ts';
import { FORMATS } from '../config/formats.ts';
import type { FileSettings } from '../config/settings.ts';

/** What may follow an option: nothing, a file, one of these words, a list of them with commas, or anything else. */
export type Value =
  | { readonly kind: 'none' | 'file' | 'any' }
  | { readonly kind: 'word' | 'list'; readonly words: readonly string[] };

export interface CompletableOption {
  /** As typed: `-f`, `--format`. */
  readonly flags: readonly string[];
  readonly description: string;
  readonly value: Value;
}

/** What a shell needs to complete a command line. */
export interface Completable {
  readonly name: string;
  readonly options: readonly CompletableOption[];
  /** Each with the words that may follow it, if only such may, else files do; and the flags of the options it takes. */
  readonly commands: readonly {
    readonly name: string;
    readonly description: string;
    readonly words: readonly string[];
    readonly flags: readonly string[];
  }[];
}

/** Read from the program's own tables, so that no option is forgotten. */
export function completable(program: Command): Completable {
  const help = program.createHelp();
  return {
    name: program.name(),
    options: help.visibleOptions(program).map((option) => ({
      flags: flagsOf(option),
      description: option.description,
      value: valueAfter(option),
    })),
    commands: help.visibleCommands(program).map((command) => ({
      name: command.name(),
      description: command.description(),
      words: command.registeredArguments.flatMap(({ argChoices = [] }) => argChoices),
      flags: help.visibleOptions(command).flatMap(flagsOf),
    })),
  };
}

function flagsOf({ short, long }: Option): string[] {
  return [short, long].filter((flag) => flag !== undefined && flag !== null);
}

function valueAfter(option: Option): Value {
  if (!option.required && !option.optional) return { kind: 'none' };
  if (option.argChoices !== undefined) return { kind: 'word', words: option.argChoices };
  const name = option.attributeName();
  if (name === 'format') return { kind: 'word', words: Object.keys(FORMATS) };
  const items = Object.hasOwn(FIELDS, name) ? FIELDS[name as keyof FileSettings].schema.items?.enum : undefined;
  if (items !== undefined) return { kind: 'list', words: items };
  return { kind: /<(?:file|folder|paths?)\b/.test(option.flags) ? 'file' : 'any' };
}
