import { Argument, Command, Help, Option } from 'commander';
import { DEFAULTS, RELATIONS } from '../config/defaults.ts';
import { FIELDS } from '../config/fields.ts';
import type { FileSettings } from '../config/settings.ts';
import { UsageError } from '../errors.ts';
import type { COMPLETIONS } from './completion.ts';
import { COMPARE_HELP, COMPLETION_HELP, INIT_HELP, SCAN_HELP } from './help.ts';
import { TAKEN_BY_COMPARE } from './options.ts';
import { type InForce, optionsInForce, refuseOptions } from './optionsInForce.ts';
import { print } from './print.ts';
import { refuseSlip, slipWords } from './slip.ts';
import { TOOL } from './tool.ts';
import type { World } from './world.ts';

/**
 * The command line: what it accepts, and what it then runs. The commands themselves, and with them the whole pipeline,
 * are loaded only when they run, so that `--version`, `--help` and a slip of the finger are answered at once.
 *
 * @param asked takes the help or the version that was asked for
 * @param exitWith is given the exit code of the command that ran
 */
export function programFor(
  argv: readonly string[],
  world: World,
  asked: string[],
  exitWith: (code: number) => void,
): Command {
  const program = new Command(TOOL.name)
    .description('Finds duplicate articles: identical, near-copy, excerpt and rewrite, each verified and explained.')
    .argument('[paths...]', 'folders, files and globs to scan (default: the working directory)')
    .version(TOOL.version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .configureHelp({ visibleOptions })
    .configureOutput({
      writeOut: (text) => asked.push(text),
      writeErr: (text) => world.stderr.write(text),
      getOutHelpWidth: () => 80,
      getErrHelpWidth: () => 80,
      outputError: (text, write) => write(slipWords(text, argv, commandNames(), world.cwd)),
    })
    .exitOverride()
    .addHelpText('after', SCAN_HELP)
    .action(async (paths: string[]) => {
      const inForce = await optionsInForce(program, world.cwd);
      if (inForce.options.printConfig) return show(inForce);
      refuseSlip(paths[0], commandNames(), world.cwd);
      const { scan } = await import('./scan.ts');
      exitWith(await scan(paths, inForce.options, world, argv));
    });
  addOptions(program);
  const met = new Set<string>();
  for (const name of ['--config', '--no-config']) program.on(`option:${name.slice(2)}`, () => met.add(name));
  program.hook('preAction', () => {
    if (met.size > 1) throw new UsageError('--config and --no-config contradict each other; take one of them.');
  });
  program
    .command('compare')
    .description('compare two articles: their relation, or why they are no match')
    .argument('<a>', 'a file, or - for standard input')
    .argument('<b>', 'a file, or - for standard input')
    .copyInheritedSettings(program)
    .addHelpText('after', COMPARE_HELP)
    .action(async (a: string, b: string) => {
      const inForce = await optionsInForce(program, world.cwd, TAKEN_BY_COMPARE);
      if (inForce.options.printConfig) return show(inForce);
      const { compare } = await import('./compare.ts');
      exitWith(await compare(a, b, inForce.options, world));
    });
  program
    .command('init')
    .description('write a commented config file, dedupe.config.yaml')
    .copyInheritedSettings(program)
    .addHelpText('after', INIT_HELP)
    .action(async () => {
      refuseOptions(program, 'init');
      const { init } = await import('./init.ts');
      exitWith(init(world));
    });
  program
    .command('completion')
    .description('print a script that completes the command line')
    .addArgument(new Argument('<shell>', 'the shell that it is for').choices(['bash', 'zsh', 'fish']))
    .copyInheritedSettings(program)
    .addHelpText('after', COMPLETION_HELP)
    .action(async (shell: keyof typeof COMPLETIONS) => {
      refuseOptions(program, 'completion');
      const [{ completable }, { COMPLETIONS }] = await Promise.all([
        import('./completable.ts'),
        import('./completion.ts'),
      ]);
      await print(COMPLETIONS[shell](completable(program)), world);
    });
  return program;

  function commandNames(): string[] {
    return program.commands.map((command) => command.name());
  }

  async function show(inForce: InForce): Promise<void> {
    const { printConfig } = await import('./printConfig.ts');
    await print(printConfig(inForce), world);
  }
}

/** A command's help shows those of the options that it takes, in their groups. */
function visibleOptions(this: Help, command: Command): Option[] {
  const own = Help.prototype.visibleOptions.call(this, command);
  if (command.name() !== TAKEN_BY_COMPARE.command) return own;
  const shared = command.parent?.options ?? [];
  return [...own, ...shared.filter((one) => !one.hidden && TAKEN_BY_COMPARE.options.includes(one.attributeName()))];
}

function addOptions(program: Command): void {
  program
    .optionsGroup('What is read:')
    .option('--files-from <file>', 'read paths from a file, one a line or NUL apart; - for stdin')
    .option('--against <paths...>', 'compare with these too, and never these among themselves', append)
    .option('--changed-since <ref>', 'report only matches of what changed since a git branch, tag or commit')
    .option('--changed-from <file>', 'the same by a list of the changed files; - for stdin')
    .option('--include <glob>', 'take only these files, as in .gitignore; repeatable', append)
    .option('--exclude <glob>', 'leave these out, as in .gitignore; repeatable', append)
    .option('--no-ignore', "don't honour .gitignore and .dedupeignore")
    .option('--ignore-named', 'honour them for files that are named themselves too')
    .option('--text-field <name>', `JSONL: the field of the text (${DEFAULTS.textField})`)
    .option('--id-field <name>', `JSONL: the field that names the article (${DEFAULTS.idField})`)
    .option('--title-field <name>', `JSONL: the field of the title (${DEFAULTS.titleField})`)
    .optionsGroup('What matches:')
    .option('--relations <list>', `look only for these of ${RELATIONS.join(',')}`, listOf)
    .option('--threshold <n>', `shared 5-word shingles of a near-copy, (0..1] (${DEFAULTS.threshold})`, numberOf)
    .option('--stats <file>', 'weigh terms by the counts in this file, the same in every run')
    .option('--update-stats', 'write the counts of these articles to it')
    .option('--rewrite-threshold <n>', `probability of a rewrite, (0..1] (${DEFAULTS.rewriteThreshold})`, numberOf)
    .option('--min-words <n>', `compare shorter articles for identity alone (${DEFAULTS.minWords})`, numberOf)
    .optionsGroup('Reports:')
    .option('-f, --format <name[:file]>', 'how to report (see Formats), and where; repeatable', append)
    .option('--full', 'show every comparison, and all of it')
    .option('--explain', 'show what spoke for and against each rewrite')
    .addOption(new Option('--color <when>', 'color the report').choices(['auto', 'always', 'never']).default('auto'))
    .option('--no-progress', 'no progress on stderr')
    .addOption(new Option('-q, --quiet', 'nothing on stderr but errors').conflicts('verbose'))
    .option('-v, --verbose', 'list what was skipped and what was set aside, and stage times')
    .optionsGroup('Checking:')
    .option('--check', 'exit with 1 if anything is found, or an article is unreadable')
    .addOption(checking('--fail-on <list>', 'check for these relations only, or for template').argParser(listOf))
    .addOption(checking('--max-duplicates <n>', 'check that there are no more findings (0)').argParser(numberOf))
    .option('--baseline <file>', 'pass the findings that this file accepts')
    .option('--baseline-from-ref <ref>', 'pass the findings of a git branch, tag or commit')
    .option('--update-baseline', 'accept what is found: write it to the baseline')
    .optionsGroup('Speed:')
    .option('--threads <n>', "threads that work at a time (the machine's cores)", numberOf)
    .option('--max-memory <size>', "memory to get by with, as 400M or 2G (half of the machine's)")
    .option('--profile', 'print what each stage took: time, work of all threads, memory')
    .option('--cpu-profile <file>', 'write a .cpuprofile of the main thread, for a flame graph')
    .option('--cache', 'keep what is computed of the articles for the next run')
    .option('--cache-location <folder>', "... in this folder (node_modules/.cache/dedupe, or the system's)")
    .optionsGroup('Configuration:')
    .option('--config <file>', 'take this config file, not the nearest dedupe.config.*')
    .option('--no-config', 'take no config file')
    .option('--print-config', 'print what is in force and where it came from; run nothing')
    .optionsGroup('Other:');
  // What a config file switches on, the command line can switch off.
  for (const option of [...program.options]) {
    const name = option.attributeName();
    if (!Object.hasOwn(FIELDS, name)) continue;
    if (name !== 'baseline' && FIELDS[name as keyof FileSettings].schema.type !== 'boolean') continue;
    program.addOption(new Option(`--no-${option.name()}`).hideHelp());
  }
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

/** What is no decimal number stays a text, which the check of the settings refuses with all others that are wrong. */
function numberOf(value: string): number | string {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(value) ? Number(value) : value;
}
