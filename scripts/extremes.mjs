// Runs the built command on inputs that grow without bound somewhere, one after the other, and prints what each takes:
// node scripts/extremes.mjs [folder] [case...]. `npm run build` first. What they hold is made up, and the same each time.
import { spawnSync } from 'node:child_process';
import { closeSync, createReadStream, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';

const SYLLABLES = ['ba', 'ke', 'li', 'mo', 'nu', 'ra', 'se', 'ti', 'vo', 'du', 'fa', 'ge', 'hi', 'jo', 'pu', 'za'];
const COMMAND = resolve(import.meta.dirname, '../bin/dedupe.js');
const [folder = '.eval/extremes', ...wanted] = process.argv.slice(2);

/** Each writes its input into a folder, and says what the result's summary must be. */
const CASES = {
  'one file of 1 GB': [(dir) => bytes(join(dir, 'big.txt'), 2 ** 30), null],
  'one line of 100 MB': [(dir) => bytes(join(dir, 'big.jsonl'), 1e8), null],
  '200,000 tiny files': [(dir) => tinyFiles(dir, 200_000), null],
  '50,000 copies of one article': [
    (dir) => records(dir, 50_000, () => article(0)),
    { clusters: 1, duplicates: 49_999 },
  ],
  '50,000 near-copies of one article': [
    (dir) => records(dir, 50_000, (i) => `${article(0)} Edition ${i} was printed in ${word(i)}${word(i >> 12)}.`),
    { clusters: 1, duplicates: 49_999 },
  ],
  '10,000 siblings of one template': [
    (dir) => records(dir, 10_000, (i) => report(i)),
    { clusters: 0, duplicates: 0, templates: 1 },
  ],
};

for (const [name, [write, expected]] of Object.entries(CASES)) {
  if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue;
  const dir = resolve(folder, name.replaceAll(/\W+/g, '-'));
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  write(dir);
  // A file beside it takes part, so that there is something to compare.
  writeFileSync(join(dir, 'beside.txt'), article(1));
  const began = performance.now();
  const { status, stderr } = spawnSync(
    '/usr/bin/env',
    ['time', '-f', 'peak %M', process.execPath, COMMAND, '-f', 'json:out.json', '--no-progress', '.'],
    { cwd: dir, encoding: 'utf8' },
  );
  const seconds = (performance.now() - began) / 1000;
  const peak = Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024;
  const said = expected ? await headOf(dir) : null;
  const wrong = Object.entries(expected ?? {}).filter(([key, value]) => said.summary[key] !== value);
  if (status !== 0 || wrong.length > 0) process.exitCode = 1;
  const found = said ? `; ${JSON.stringify(said.summary)}, ${said.uncompared} pairs not compared` : '';
  const judged = wrong.length > 0 ? `; WRONG: expected ${JSON.stringify(expected)}` : '';
  console.log(`${name}: ${seconds.toFixed(1)} s, ${peak.toFixed(0)} MiB, exit ${status}${found}${judged}`);
  rmSync(dir, { recursive: true, force: true });
}

/** The result may be larger than a string can be: its summary stands near its beginning. */
async function headOf(dir) {
  let head = '';
  for await (const part of createReadStream(join(dir, 'out.json'), { end: 8191, encoding: 'utf8' })) head += part;
  return {
    summary: JSON.parse(/"summary": (\{[^}]*\})/.exec(head)?.[1] ?? '{}'),
    uncompared: Number(/"uncompared": (\d+)/.exec(head)?.[1]),
  };
}

function bytes(path, size) {
  const file = openSync(path, 'w');
  const part = Buffer.from(`${article(2)} `.repeat(1000));
  for (let done = 0; done < size; ) done += writeSync(file, part, 0, Math.min(part.length, size - done));
  closeSync(file);
}

function tinyFiles(dir, count) {
  for (let i = 0; i < count; i++) {
    if (i % 1000 === 0) mkdirSync(join(dir, String(i / 1000)));
    writeFileSync(join(dir, String(Math.floor(i / 1000)), `${i}.txt`), `${word(i)} ${word(i + 1)}`);
  }
}

function records(dir, count, textOf) {
  const file = openSync(join(dir, 'articles.jsonl'), 'w');
  for (let i = 0; i < count; i++) writeSync(file, `${JSON.stringify({ id: i, text: textOf(i) })}\n`);
  closeSync(file);
}

/** 300 words in sentences of a dozen. */
function article(seed) {
  const sentences = Array.from({ length: 25 }, (_, s) => {
    const words = Array.from({ length: 12 }, (_, w) => word(seed * 7919 + s * 131 + w * 17));
    return `The ${words.join(' ')}.`;
  });
  return sentences.join(' ');
}

function report(i) {
  return [
    `Station ${i} measured ${(i * 37) % 400} millimetres of rain in March, ${(i * 11) % 90} more than a year before.`,
    `Its keeper read the gauge ${(i * 7) % 60} times and found the mast in good order after the storms of the winter.`,
    `The river below the station stood at ${(i * 13) % 700} centimetres, and ${(i * 3) % 50} cellars were pumped dry.`,
    'The county thanks all volunteers for their patience with the forms, which are to be shorter from next year on.',
  ].join(' ');
}

/** A made-up word of three syllables. */
function word(n) {
  const at = (k) => SYLLABLES[Math.floor(n / SYLLABLES.length ** k) % SYLLABLES.length];
  return at(0) + at(1) + at(2);
}
