import type { Skip } from '../model/article.ts';
import type { Verdict } from '../model/result.ts';
import { clean } from './clean.ts';
import { skipWords } from './skips.ts';
import { counted } from './wording.ts';

/** Sources that a line names; more are counted. */
const FEW = 3;

/**
 * Why a check fails, on one line, e.g. "2 duplicates in 1 cluster, 1 excerpt; 1 source can't be read: a.md (binary)".
 *
 * @param adjective what sets these findings apart from others that pass, e.g. "new"; or nothing
 */
export function verdictWords({ tooMany, unread, ...found }: Verdict, maxDuplicates: number, adjective: string): string {
  const more = maxDuplicates === 0 ? '' : `, more than the ${counted(maxDuplicates, 'finding')} that may be`;
  return [
    ...(tooMany ? [`${findings(found, adjective === '' ? '' : `${adjective} `)}${more}`] : []),
    ...(unread.length > 0 ? [unreadWords(unread)] : []),
  ].join('; ');
}

function findings(found: Omit<Verdict, 'passes' | 'tooMany' | 'unread'>, adjective: string): string {
  const { duplicates, clusters, excerpts, links, templates } = found;
  return [
    ...(duplicates > 0 ? [`${counted(duplicates, `${adjective}duplicate`)} in ${counted(clusters, 'cluster')}`] : []),
    ...(excerpts > 0 ? [counted(excerpts, `${adjective}excerpt`)] : []),
    ...(links > 0 ? [counted(links, `${adjective}link between clusters`, `${adjective}links between clusters`)] : []),
    ...(templates > 0 ? [counted(templates, `${adjective}template sibling`)] : []),
  ].join(', ');
}

function unreadWords(unread: readonly Skip[]): string {
  const named = unread.slice(0, FEW).map(({ path, reason }) => `${clean(path)} (${skipWords[reason]})`);
  const more = unread.length > FEW ? ` and ${unread.length - FEW} more` : '';
  return `${counted(unread.length, 'source')} can't be read: ${named.join(', ')}${more}`;
}
