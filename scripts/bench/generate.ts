/**
 * Writes made-up articles: `node scripts/run.mjs scripts/bench/generate.ts SIZE OUT [options]`. OUT is a JSONL file if its
 * name ends so, else a folder. The same size and seed give the same articles on every machine.
 */
import { parseArgs } from 'node:util';
import { newsArticles } from './articles.ts';
import { HARD } from './hard.ts';
import { writeTruth } from './truth.ts';
import { writeFolder, writeJsonl } from './writeCollection.ts';

const HELP = `generate SIZE OUT [options]

  --seed N      another collection (default: 1)
  --hard NAME   in place of news articles, one of the collections in which all meet all: ${Object.keys(HARD).join(', ')}
  --truth FILE  write the pairs that are alike, with their exact similarity, too
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    hard: { type: 'string' },
    truth: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const [size, out] = [Number(positionals[0]), positionals[1]];
const make = values.hard === undefined ? newsArticles : HARD[values.hard];
if (values.help) process.stdout.write(HELP);
else if (!Number.isSafeInteger(size) || size < 1 || out === undefined || make === undefined) {
  process.stderr.write(HELP);
  process.exitCode = 2;
} else {
  const collection = make(size, Number(values.seed));
  if (out.endsWith('.jsonl')) writeJsonl(collection, out);
  else writeFolder(collection, out);
  if (values.truth !== undefined) writeTruth(collection, values.truth);
}
