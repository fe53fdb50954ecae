import { resolve } from 'node:path';
import { collect } from './collect/collect.ts';
import { isPipe, readPipe } from './collect/pipe.ts';
import { completeSettings } from './config/completeSettings.ts';
import type { Config } from './config/config.ts';
import type { Settings } from './config/settings.ts';
import { UsageError } from './errors.ts';
import { textOf } from './explore.ts';
import { extract } from './extract/extract.ts';
import { sniffFormat } from './extract/sniffFormat.ts';
import { countCorpus } from './fingerprint/corpusStats.ts';
import { explain, explainRewrite } from './match/explain.ts';
import { judge } from './match/judge.ts';
import { type Subject, subjectsOf } from './match/subject.ts';
import type { Article, ExploredArticle, Raw, Skip } from './model/article.ts';
import type { Comparison, Shortfall } from './model/match.ts';
import { counted } from './report/wording.ts';
import { survey } from './survey.ts';

/** The path that stands for `settings.stdin`. */
const STDIN = '-';

/**
 * Compares two articles: their relation with its evidence, or how close they came and what each relation lacked, with
 * the sentences that answer each other all the same.
 *
 * @param a path of a file that holds one article, `container.jsonl#id`, or `-` for `settings.stdin`
 * @throws UsageError if a setting is wrong, or a path names no article or several
 */
export async function compareArticles(a: string, b: string, settings: Settings = {}): Promise<Comparison> {
  const config = completeSettings(settings, process.cwd());
  const articles = [await readOne(a, settings, config), await readOne(b, settings, config)];
  const surveyed = articles.map(survey);
  const bySource = new Map(articles.map((article) => [article.source, article]));
  const subjects = await subjectsOf(surveyed, countCorpus(surveyed), async (source) => bySource.get(source) as Article);
  const comparison = await judgeOne(subjects[0] as Subject, subjects[1] as Subject, config);
  return config.explore ? { ...comparison, articles: articles.map(explored) } : comparison;
}

function explored(article: Article): ExploredArticle {
  const { source, metadata, words } = article;
  const title = metadata.title === undefined ? {} : { title: metadata.title };
  return { path: source.id, ...title, words: words.hashes.length, text: textOf(article) };
}

/** As in a scan, an article below the minimum of words is compared for identity alone. */
async function judgeOne(a: Subject, b: Subject, { match, extract: { minWords } }: Config): Promise<Comparison> {
  const words = Math.min(a.fingerprint.words, b.fingerprint.words);
  const isShort = words < minWords;
  const relations = match.relations.filter((relation) => !isShort || relation === 'identical');
  const judged = await judge(a, b, { ...match, relations });
  if (judged.match !== null)
    return { match: { ...judged.match, evidence: await explain(judged.match.relation, a, b) } };
  const tooShort = match.relations
    .filter((relation) => !relations.includes(relation))
    .map((relation): Shortfall => ({ relation, cause: 'too-short', value: words, threshold: minWords }));
  const evidence = isShort ? null : await explainRewrite(a, b);
  return { ...judged, shortfalls: [...judged.shortfalls(), ...tooShort], ...(evidence ? { evidence } : {}) };
}

async function readOne(path: string, settings: Settings, config: Config): Promise<Article> {
  const raw = await (path === STDIN ? fromStdin(settings) : findOne(path, config));
  const article = await extract(raw, config.extract);
  if ('reason' in article) throw new UsageError(`'${path}' holds no article to compare: ${article.detail}.`);
  return article;
}

async function fromStdin({ stdin }: Settings): Promise<Raw> {
  if (stdin === undefined) throw new UsageError("'-' stands for an article on standard input, and none was given.");
  return { source: { id: STDIN, path: STDIN, format: await sniffFormat(stdin) }, bytes: stdin };
}

async function findOne(path: string, config: Config): Promise<Raw> {
  const absolute = resolve(config.collect.cwd, path);
  if (isPipe(absolute)) return fromPipe(path, absolute, config);
  const { container, record } = partsOf(path);
  const found: Raw[] = [];
  const refused: Skip[] = [];
  for await (const raw of collect([container], config.collect)) {
    const its = partsOf('reason' in raw ? raw.path : raw.source.id).record;
    if (record !== undefined && its !== undefined && its !== record) continue;
    if ('reason' in raw) refused.push(raw);
    else found.push(raw);
  }
  const [first] = found;
  if (first !== undefined && found.length + refused.length > 1) {
    const all = [
      counted(found.length, 'article'),
      ...(refused.length > 0 ? [counted(refused.length, 'line that is none', 'lines that are none')] : []),
    ];
    throw new UsageError(`'${path}' holds ${all.join(' and ')}; name one of them, as '${found.at(-1)?.source.id}'.`);
  }
  if (first !== undefined) return first;
  const [reason] = refused;
  throw new UsageError(reason ? `'${path}' can't be compared: ${reason.detail}.` : `'${path}' holds no article.`);
}

/** What `<(command)` gives: read as what it is by its first characters, like standard input. */
async function fromPipe(path: string, absolute: string, { collect: { maxBytes } }: Config): Promise<Raw> {
  const bytes = readPipe(absolute, maxBytes);
  if (bytes === null) throw new UsageError(`'${path}' gives more than ${maxBytes} bytes.`);
  return { source: { id: path, path, format: await sniffFormat(bytes) }, bytes };
}

/** `container.jsonl#record`, or a path without a record. */
function partsOf(path: string): { container: string; record?: string } {
  const [, container, record] = /^(.+\.jsonl)#(.+)$/is.exec(path) ?? [];
  return container === undefined || record === undefined ? { container: path } : { container, record };
}
