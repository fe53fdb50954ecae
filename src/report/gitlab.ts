import type { Skip } from '../model/article.ts';
import { isUnread } from '../policy/isUnread.ts';
import { clean } from './clean.ts';
import { jsonWithoutCommands } from './commands.ts';
import { type Finding, type Found, fingerprintOf, type Rule } from './findings.ts';
import { findingSentence } from './findingWords.ts';
import { fileOf, fromTop, type Place, placesOf } from './places.ts';
import { skipWords } from './skips.ts';

/**
 * GitLab's scale: info, minor, major, critical, blocker. What the words prove weighs more than what a model says; what a
 * baseline accepts is for information.
 */
const SEVERITY: Readonly<Record<Rule, 'info' | 'minor' | 'major'>> = {
  identical: 'major',
  'near-copy': 'major',
  excerpt: 'minor',
  rewrite: 'minor',
  template: 'info',
};

/**
 * The findings as a GitLab code quality report: a JSON array of issues in the subset of the Code Climate format that
 * GitLab documents. An issue keeps its fingerprint while the two articles match, so that a merge request shows new ones.
 *
 * @param folder where the paths start, seen from the top of the repository
 */
export function* gitlab({ findings, skipped }: Found, folder = ''): Generator<string, void, undefined> {
  const faults = skipped.filter(({ reason }) => isUnread(reason));
  const issues = [
    ...findings.map((finding) => issueOf(finding, folder)),
    ...faults.map((fault) => faultOf(fault, folder)),
  ];
  yield '[';
  for (const [i, issue] of issues.entries())
    yield `${i === 0 ? '\n' : ',\n'}${jsonWithoutCommands(JSON.stringify(issue))}`;
  yield issues.length === 0 ? ']\n' : '\n]\n';
}

function issueOf({ rule, match, fingerprint }: Finding, folder: string): object {
  const { at, there } = placesOf(match);
  return {
    type: 'issue',
    check_name: `dedupe/${rule}`,
    description: clean(findingSentence(match)),
    categories: ['Duplication'],
    severity: match.known ? 'info' : SEVERITY[rule],
    fingerprint,
    location: locationOf(at, folder),
    other_locations: [locationOf(there, folder)],
  };
}

/** What could not be read, so that nobody takes its silence for praise. */
function faultOf({ path, reason, detail }: Skip, folder: string): object {
  return {
    type: 'issue',
    check_name: `dedupe/${reason}`,
    description: clean(`Not compared: ${skipWords[reason]}, ${detail}.`),
    categories: ['Bug Risk'],
    severity: 'minor',
    fingerprint: fingerprintOf([path, reason]),
    location: locationOf({ file: fileOf(path), line: 1, endLine: 1 }, folder),
  };
}

function locationOf({ file, line, endLine }: Place, folder: string): object {
  return { path: clean(fromTop(file, folder)), lines: { begin: line, end: endLine } };
}
