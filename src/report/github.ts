import { isUnread } from '../policy/isUnread.ts';
import { clean } from './clean.ts';
import type { Finding, Found } from './findings.ts';
import { findingSentence, ruleWords } from './findingWords.ts';
import { fileOf, fromTop, placesOf } from './places.ts';
import { quotes } from './quotes.ts';
import { skipWords } from './skips.ts';
import { counted } from './wording.ts';

/** GitHub shows so many annotations of each kind a step, and drops the rest (its documentation, "Limits"). */
const SHOWN = 10;

/**
 * The findings as workflow commands, a line each, which GitHub Actions shows as annotations at the article: warnings,
 * and notices for template siblings; none for what a baseline accepts. What could not be read is a warning too.
 *
 * @param folder where the paths start, seen from the top of the repository
 */
export function* github({ findings, skipped }: Found, folder = ''): Generator<string, void, undefined> {
  const fresh = findings.filter(({ match }) => !match.known);
  for (const finding of fresh) yield annotation(finding, folder);
  const faults = skipped.filter(({ reason }) => isUnread(reason));
  for (const { path, reason, detail } of faults) {
    const message = `Not compared: ${skipWords[reason]}, ${detail}.`;
    yield command('warning', { file: fromTop(fileOf(path), folder), title: 'Not compared' }, message);
  }
  const warnings = faults.length + fresh.filter(({ rule }) => rule !== 'template').length;
  if (warnings > SHOWN)
    yield command(
      'notice',
      {},
      `${counted(warnings, 'warning')}; GitHub shows ${SHOWN} of them here, the log has all.`,
    );
}

function annotation({ rule, match }: Finding, folder: string): string {
  const { at, there } = placesOf(match);
  const kind = rule === 'template' ? 'notice' : 'warning';
  const seen = quotes(match);
  const message = [findingSentence(match), ...(seen.length > 0 ? seen : [`See ${there.file}:${there.line}.`])];
  return command(
    kind,
    { ...at, file: fromTop(at.file, folder), title: ruleWords[rule].title },
    message.map(clean).join('\n'),
  );
}

/** `::name key=value,key=value::message`, escaped as the runner reads it (actions/toolkit, `command.ts`). */
function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const pairs = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name}${pairs.length > 0 ? ` ${pairs.join(',')}` : ''}::${escapeData(message)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
