import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { didYouMean } from '../didYouMean.ts';
import { UsageError } from '../errors.ts';
import { clean } from '../report/clean.ts';
import { withoutCommands } from '../report/commands.ts';
import { TOOL } from './tool.ts';

/**
 * What commander says of a command line that it can't read, with what to do next. An argument that looks like an option
 * and is there as a file was meant as one.
 */
export function slipWords(text: string, argv: readonly string[], commands: readonly string[], cwd: string): string {
  const [, option] = /unknown option '(.*)'/s.exec(text) ?? [];
  const told = withoutCommands(text.trimEnd().split('\n').map(clean).join('\n'));
  const file = option && argv.find((word) => isDashed(word, option) && existsSync(resolve(cwd, word)));
  const next = file
    ? `The file '${clean(file)}' is written ./${clean(file)}`
    : `${[TOOL.name, ...argv.filter((word) => commands.includes(word)).slice(0, 1), '--help'].join(' ')} lists the options`;
  return `${told}\n${next}.\n`;
}

/**
 * Refuses a first word that is nowhere to be found and looks like a command: `dedupe comapre a b` would else be told that
 * there is no file 'comapre'.
 */
export function refuseSlip(word: string | undefined, commands: readonly string[], cwd: string): void {
  if (word === '-')
    throw new UsageError(
      `A scan takes no article from standard input: ${TOOL.name} compare - b.md compares one, --files-from - takes a list of paths.`,
    );
  if (word === 'help' && !existsSync(resolve(cwd, word)))
    throw new UsageError(`There is no command, file or folder 'help'; ${TOOL.name} --help tells all.`);
  if (word === undefined || !/^[a-z]+$/i.test(word) || existsSync(resolve(cwd, word))) return;
  const guess = didYouMean(word, commands);
  if (guess !== '') throw new UsageError(`There is no command, file or folder '${word}'.${guess}`);
}

/** `-verbose.txt` is read as `-v` and what follows, of which commander then says that it knows no `-erbose.txt`. */
function isDashed(word: string, option: string): boolean {
  return word.startsWith('-') && word.endsWith(option.replace(/^-+/, ''));
}
