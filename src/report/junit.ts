import type { Skip } from '../model/article.ts';
import { isUnread } from '../policy/isUnread.ts';
import { clean } from './clean.ts';
import { withoutCommands } from './commands.ts';
import type { Finding, Found } from './findings.ts';
import { findingSentence } from './findingWords.ts';
import { quotes } from './quotes.ts';
import { skipWords } from './skips.ts';
import { count } from './wording.ts';
import { xmlOpening, xmlText } from './xml.ts';

/** One test, as text, and what became of it. */
interface Case {
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped';
  readonly pieces: readonly string[];
}

/**
 * The findings as a JUnit test report: a failed test for each; passed ones for template siblings; errors for what could
 * not be read; skipped ones for what was left out and for what a baseline accepts. No time stamps: the same articles give the same bytes.
 */
export function* junit({ findings, skipped, articles }: Found): Generator<string, void, undefined> {
  const failed = findings.filter(({ rule }) => rule !== 'template').map(failureOf);
  const suites = [
    {
      name: 'duplicates',
      cases: failed.length > 0 ? failed : [passed('dedupe', `no duplicates among ${count(articles)} articles`)],
    },
    { name: 'templates', cases: findings.filter(({ rule }) => rule === 'template').map(siblingOf) },
    { name: 'not compared', cases: skipped.map(skipOf) },
  ].filter(({ cases }) => cases.length > 0);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `${xmlOpening('testsuites', { name: 'dedupe', ...tally(suites.flatMap(({ cases }) => cases)) })}>\n`;
  for (const { name, cases } of suites) {
    const skips = cases.filter(({ outcome }) => outcome === 'skipped').length;
    yield `  ${xmlOpening('testsuite', { name, ...tally(cases), skipped: skips })}>\n`;
    for (const { pieces } of cases) yield* pieces;
    yield '  </testsuite>\n';
  }
  yield '</testsuites>\n';
}

function tally(cases: readonly Case[]): { tests: number; failures: number; errors: number } {
  const of = (outcome: Case['outcome']) => cases.filter((each) => each.outcome === outcome).length;
  return { tests: cases.length, failures: of('failure'), errors: of('error') };
}

function failureOf({ rule, match }: Finding): Case {
  const name = `${rule} of ${match.b}`;
  if (match.known) return testOf(match.a, name, 'skipped', rule, 'The baseline accepts it.', []);
  return testOf(match.a, name, 'failure', rule, findingSentence(match), quotes(match));
}

function siblingOf({ match }: Finding): Case {
  return passed(match.a, `template of ${match.b}`);
}

function skipOf({ path, reason, detail }: Skip): Case {
  const outcome = isUnread(reason) ? 'error' : 'skipped';
  return testOf(path, skipWords[reason], outcome, reason, `Not compared: ${skipWords[reason]}, ${detail}.`, []);
}

function passed(classname: string, name: string): Case {
  return { outcome: 'passed', pieces: [`    ${caseOpening(classname, name)}/>\n`] };
}

function testOf(
  classname: string,
  name: string,
  outcome: 'failure' | 'error' | 'skipped',
  type: string,
  message: string,
  lines: readonly string[],
): Case {
  const body = [message, ...lines].map((line) => xmlText(withoutCommands(clean(line)))).join('\n');
  return {
    outcome,
    pieces: [
      `    ${caseOpening(classname, name)}>\n`,
      `      ${xmlOpening(outcome, { type, message: clean(message) })}>${body}</${outcome}>\n`,
      '    </testcase>\n',
    ],
  };
}

function caseOpening(classname: string, name: string): string {
  return xmlOpening('testcase', { classname: clean(classname), name: clean(name) });
}
