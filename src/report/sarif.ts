import type { Skip } from '../model/article.ts';
import type { ExplainedMatch } from '../model/match.ts';
import { isUnread } from '../policy/isUnread.ts';
import { clean } from './clean.ts';
import { jsonWithoutCommands } from './commands.ts';
import { head } from './elide.ts';
import type { Finding, Found, Rule } from './findings.ts';
import { findingWords, ruleWords } from './findingWords.ts';
import type { Tool } from './json.ts';
import { fileOf, fromTop, type Place, placeOf, placesOf } from './places.ts';
import { rounded } from './rounding.ts';
import { sharedRegions } from './sharedRegions.ts';
import { skipWords } from './skips.ts';

/** The other article's passages that a result leads to; viewers list each. */
const RELATED = 10;

/** Code units of a passage in the list of related locations: a line or two there. */
const QUOTE = 160;

const RULES = Object.keys(ruleWords) as readonly Rule[];

/**
 * The findings as a SARIF 2.1.0 log of one run, piece by piece: a result for each, at the lines of the article to look
 * at, with the other article's as related locations. What was not compared is a notification of the tool.
 *
 * @param folder where the paths start, seen from the top of the repository
 */
export function* sarif(
  { findings, skipped, hasBaseline }: Found,
  tool: Tool,
  folder = '',
): Generator<string, void, undefined> {
  yield '{\n"$schema": "https://json.schemastore.org/sarif-2.1.0.json",\n"version": "2.1.0",\n"runs": [{\n';
  const driver = { name: tool.name, semanticVersion: tool.version, rules: RULES.map(ruleOf) };
  yield `"tool": ${JSON.stringify({ driver })},\n`;
  yield '"invocations": [{"executionSuccessful": true, "toolExecutionNotifications": [';
  yield* listed(skipped, (skip) => notificationOf(skip, folder));
  yield ']}],\n"results": [';
  yield* listed(findings, (finding) => resultOf(finding, hasBaseline, folder));
  yield ']\n}]\n}\n';
}

function* listed<T>(items: readonly T[], toJson: (item: T) => object): Generator<string, void, undefined> {
  for (const [i, item] of items.entries())
    yield `${i === 0 ? '\n' : ',\n'}${jsonWithoutCommands(JSON.stringify(toJson(item)))}`;
  if (items.length > 0) yield '\n';
}

function ruleOf(rule: Rule): object {
  const { title, short, help } = ruleWords[rule];
  return {
    id: rule,
    name: title.replace('-c', 'C'),
    shortDescription: { text: short },
    fullDescription: { text: `${short} ${help}` },
    help: { text: help, markdown: `**${title}.** ${short}\n\n${help}` },
    defaultConfiguration: { level: levelOf(rule) },
    properties: { tags: ['duplication'] },
  };
}

function levelOf(rule: Rule): 'warning' | 'note' {
  return rule === 'template' ? 'note' : 'warning';
}

function resultOf({ rule, match, fingerprint }: Finding, hasBaseline: boolean, folder: string): object {
  const { before, after } = findingWords(match);
  return {
    ruleId: rule,
    ruleIndex: RULES.indexOf(rule),
    level: levelOf(rule),
    message: { text: `${literal(before)}[${literal(match.b)}](0)${literal(after)}` },
    locations: [locationOf(placesOf(match).at, folder)],
    relatedLocations: relatedOf(match, folder),
    ...(hasBaseline && { baselineState: match.known ? 'unchanged' : 'new' }),
    partialFingerprints: { 'articlePair/v1': fingerprint },
    properties: { score: rounded(match.score), article: clean(match.a), other: clean(match.b) },
  };
}

/** Where the other article says what the first says; the first of these is what the message links to. */
function relatedOf(match: ExplainedMatch, folder: string): object[] {
  const regions = sharedRegions(match.evidence).slice(0, RELATED);
  if (regions.length === 0)
    return [{ id: 0, ...locationOf(placesOf(match).there, folder), message: { text: literal(match.b) } }];
  return regions.map(({ a, b }, id) => {
    const quote = b.text === undefined ? '' : `: ${literal(head(b.text, QUOTE))}`;
    return { id, ...locationOf(placeOf(match.b, b), folder), message: { text: `like line ${a.line}${quote}` } };
  });
}

/**
 * Whole lines, and no columns: an article's prose has lost the markup that stood between its words, so that its columns
 * are not those of the file.
 */
function locationOf({ file, line, endLine }: Place, folder: string): { physicalLocation: object } {
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(fromTop(file, folder)) }, region: { startLine: line, endLine } },
  };
}

/** A skip is a note if it is as it should be. */
function notificationOf({ path, reason, detail }: Skip, folder: string): object {
  return {
    level: isUnread(reason) ? 'warning' : 'note',
    message: { text: literal(`${path} was not compared: ${skipWords[reason]}, ${detail}.`) },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(fromTop(fileOf(path), folder)) } } }],
  };
}

/** A relative path as a URI reference (RFC 3986); also a colon is escaped, so that no name reads as a scheme. */
function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** A text in a SARIF message: brackets would make a link of it, braces a placeholder (3.11.5 and 3.11.6). */
function literal(text: string): string {
  return clean(text)
    .replace(/[\\[\]]/g, '\\$&')
    .replace(/[{}]/g, '$&$&');
}
