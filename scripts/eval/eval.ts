/**
 * `npm run eval`: runs the built command on folders of real articles and judges its report by their labels.
 * docs/evaluation.md says what the figures mean.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Reading } from './blind.ts';
import { offersOption } from './command.ts';
import { corporaFolder, loadCorpora } from './corpora.ts';
import { LOW_THRESHOLD } from './curve.ts';
import { SHARES } from './judge.ts';
import { lentPath } from './labelled.ts';
import { fillPage } from './markdown.ts';
import { type Measurement, measure, type Wishes } from './measure.ts';
import { pageTexts } from './pageTexts.ts';
import { evaluationText } from './table.ts';
import { outcomes } from './targets.ts';
import { corpusTasks, FOLDERS, fixtureTask, type Task } from './tasks.ts';
import { writeArticles } from './write.ts';

const PAGE = 'docs/evaluation.md';
/** What was read for this project; documents are named corpus:id. */
const READINGS = 'scripts/fit/readings.jsonl';

const HELP = `npm run eval -- [options]

  --corpora DIR        the corpora (default: DEDUPE_CORPORA, or ../shared/corpora)
  --corpus NAME        only this run: a corpus, archive or bulk; repeatable
  --fixtures           the project's own fixtures instead of the corpora
  --part PART          only this column: tune, report or both
  --curve              judge at each rewrite score, by a second run with a low threshold
  --no-titles          write the articles without their titles
  --readings FILE      labels of archive pairs that were read since: JSONL of {a, b, label}, named by path
  --dump-matches FILE  write the rewrite matches of the archive for blind reading
  --docs               write the figures into docs/evaluation.md too; takes every run, with --curve
  --json               JSON in place of tables
`;

const { values: options } = parseArgs({
  allowNegative: true,
  options: {
    help: { type: 'boolean', default: false },
    corpora: { type: 'string' },
    corpus: { type: 'string', multiple: true },
    fixtures: { type: 'boolean', default: false },
    part: { type: 'string' },
    curve: { type: 'boolean', default: false },
    titles: { type: 'boolean', default: true },
    readings: { type: 'string' },
    'dump-matches': { type: 'string' },
    docs: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

if (options.help) process.stdout.write(HELP);
else process.exitCode = await evaluate();

async function evaluate(): Promise<number> {
  const shares = SHARES.filter((share) => options.part === undefined || options.part === share);
  if (shares.length === 0) return complain(`--part is tune, report or both, not ${options.part}`);
  if (options.docs && (options.corpus || options.fixtures || options.part)) return complain('--docs takes every run');
  const tasks = options.fixtures ? [fixtureTask()] : chosenTasks();
  if (typeof tasks === 'string') return complain(tasks);

  const texts = new Map(tasks.flatMap((task) => [...task.texts]));
  if (texts.size > 0) writeArticles(FOLDERS, texts);
  const wishes = readWishes();
  const measurements: Measurement[] = [];
  for (const task of tasks) {
    process.stderr.write(`${task.name}: ${task.known.articles.size} articles\n`);
    measurements.push(await measure(task, wishes));
  }
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ measurements, targets: outcomes(measurements) }, null, 2)}\n`
      : evaluationText(measurements, shares),
  );
  if (options.docs) fillPage(PAGE, pageTexts(measurements));
  return 0;
}

/** The runs that the user asked for, or what is wrong with the question. */
function chosenTasks(): Task[] | string {
  const folder = corporaFolder(options.corpora);
  if (folder === undefined)
    return 'no corpora here: name their folder by --corpora or DEDUPE_CORPORA (docs/evaluation.md)';
  const all = loadCorpora(folder);
  const tasks = corpusTasks(all, options.titles, (name) => options.corpus?.includes(name) ?? true);
  const unknown = options.corpus?.filter((name) => !tasks.some((task) => task.name === name)) ?? [];
  return unknown.length === 0 ? tasks : `no corpus ${unknown.join(', ')} in ${folder}`;
}

function readWishes(): Wishes {
  const wantsCurve = options.curve || options.docs;
  const low = wantsCurve && offersOption(LOW_THRESHOLD[0]);
  if (wantsCurve && !low) process.stderr.write(`no ${LOW_THRESHOLD[0]}: the curves begin at the default threshold\n`);
  const own = readReadings(READINGS).map(({ a, b, label }) => ({ a: lentPath(a), b: lentPath(b), label }));
  const since = options.readings === undefined ? [] : readReadings(options.readings);
  return {
    readings: [...own, ...since],
    ...(wantsCurve && { curve: { low } }),
    ...(options['dump-matches'] !== undefined && { dump: options['dump-matches'] }),
  };
}

function readReadings(file: string): Reading[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Reading);
}

function complain(message: string): 2 {
  process.stderr.write(`eval: ${message}\n`);
  return 2;
}
