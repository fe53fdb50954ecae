import { Command, InvalidArgumentError, Option } from 'commander';
import { DEFAULTS, RELATIONS } from '../config/defaults.ts';
import { COMPARE_HELP, SCAN_HELP } from './help.ts';
import type { Options } from './options.ts';
import { TOOL } from './tool.ts';
import type { World } from './world.ts';

/**
 * The command line: what it accepts, and what it then runs. The commands themselves, and with them the whole pipeline,
 * are loaded only when they run, so that `--version`, `--help` and a slip of the finger are answered at once.
 */
export function programFor(world: World, exitWith: (code: number) => void): Command {
  const program = new Command(TOOL.name)
    .description('Finds duplicate articles: identical, near-copy, excerpt and rewrite, each verified and explained.')
    .argument('[paths...]', 'folders, files and globs to scan (default: the working directory)')
    .version(TOOL.version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => world.stdout.write(text),
      writeErr: (text) => world.stderr.write(text),
      getOutHelpWidth: () => 80,
      getErrHelpWidth: () => 80,
    })
    .exitOverride()
    .addHelpText('after', SCAN_HELP)
    .action(async (paths: string[], _options: unknown, command: Command) => {
      const { scan } = await import('./scan.ts');
      exitWith(await scan(paths, command.opts<Options>(), world));
    });
  addOptions(program);
  program
    .command('compare')
    .description('compare two articles: their relation, or why they are no match')
    .argument('<a>', 'a file, or - for standard input')
    .argument('<b>', 'a file, or - for standard input')
    .copyInheritedSettings(program)
    .addHelpText('after', COMPARE_HELP)
    .action(async (a: string, b: string, _options: unknown, command: Command) => {
      const { compare } = await import('./compare.ts');
      exitWith(await compare(a, b, command.optsWithGlobals<Options>(), world));
    });
  return program;
}

function addOptions(program: Command): void {
  program
    .option('-f, --format <name[:file]>', 'terminal or json, to stdout or a file; repeatable', append)
    .option('--check', 'exit with 1 if anything is found, or an article is unreadable')
    .addOption(checking('--fail-on <list>', 'check for these relations only, or for template').argParser(listOf))
    .addOption(checking('--max-duplicates <n>', 'check that there are no more findings (0)').argParser(numberOf))
    .option('--relations <list>', `report only these of ${RELATIONS.join(',')}`, listOf)
    .option('--threshold <0..1>', `shared 5-word shingles that make a near-copy (${DEFAULTS.threshold})`, numberOf)
    .option('--rewrite-threshold <0..1>', `probability that makes a rewrite (${DEFAULTS.rewriteThreshold})`, numberOf)
    .option('--min-words <n>', `leave out shorter articles (${DEFAULTS.minWords})`, numberOf)
    .option('--files-from <file>', 'read paths from a file, one a line or NUL apart; - for stdin')
    .option('--include <glob>', 'take only these files, as in .gitignore; repeatable', append)
    .option('--exclude <glob>', 'leave these out, as in .gitignore; repeatable', append)
    .option('--no-ignore', "don't honour .gitignore and .dedupeignore")
    .option('--text-field <name>', `JSONL: the field of the text (${DEFAULTS.textField})`)
    .option('--id-field <name>', `JSONL: the field that names the article (${DEFAULTS.idField})`)
    .option('--title-field <name>', `JSONL: the field of the title (${DEFAULTS.titleField})`)
    .option('--full', 'show every comparison, and all of it')
    .option('--explain', 'show what spoke for and against each rewrite')
    .addOption(new Option('--color <when>', 'color the report').choices(['auto', 'always', 'never']).default('auto'))
    .option('--no-progress', 'no progress on stderr')
    .addOption(new Option('-q, --quiet', 'nothing on stderr but errors').conflicts('verbose'))
    .option('-v, --verbose', 'list what was skipped and what was set aside');
}

/** An option that says what to check for, and so asks for the check. */
function checking(flags: string, description: string): Option {
  return new Option(flags, description).implies({ check: true });
}

function append(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

function listOf(value: string): string[] {
  return value.split(',').map((item) => item.trim());
}

function numberOf(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || Number.isNaN(number)) throw new InvalidArgumentError('It is no number.');
  return number;
}
