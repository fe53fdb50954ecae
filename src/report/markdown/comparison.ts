import type { DiffBlock, Edit, Evidence, FactDifference } from '../../model/evidence.ts';
import type { ExplainedMatch } from '../../model/match.ts';
import { ends, head } from '../elide.ts';
import type { Finding } from '../findings.ts';
import { orient } from '../orient.ts';
import { factWords, scoreShort } from '../wording.ts';
import { wrap } from '../wrap.ts';
import type { Section } from './sections.ts';
import { code, fenced } from './text.ts';

/** Passages of a comparison, and the code units of each: what tells a pair's story without filling the page. */
const PASSAGES = 6;
const PASSAGE = 400;

/** Columns of a line of code that GitHub shows in a comment on a wide screen. */
const WIDTH = 100;

/** Code units of unchanged text between two edits: enough to find the place. */
const CONTEXT = 100;

/** Pairs compared, each folded: `-` the other article, `+` the one to look at. Of identical ones there is nothing to show. */
export function comparisons(findings: readonly Finding[]): Pick<Section, 'items' | 'total'> {
  const shown = findings.filter(({ match }) => match.evidence.kind !== 'identical');
  return { items: blocks(shown), total: shown.length };
}

function* blocks(findings: readonly Finding[]): Generator<string, void, undefined> {
  for (const { match } of findings) yield blockOf(match);
}

function blockOf(match: ExplainedMatch): string {
  const { a, b, evidence } = orient(match, match.b);
  const summary = `<details><summary>${code(b)} and ${code(a)}: ${scoreShort(match.relation, match.score)}</summary>\n`;
  const { opening, items, closing } = fenced(evidenceLines(evidence).flatMap(broken), 'diff');
  return `${summary}${opening}${items.join('')}${closing}\n</details>\n`;
}

/** A line as several, each with its sign: a block of code is not wrapped, but scrolled. */
function broken(line: string): string[] {
  return line === '' ? [line] : wrap([line.slice(1)], WIDTH).map((part) => `${line.charAt(0)} ${part}`);
}

function evidenceLines(evidence: Evidence): string[] {
  switch (evidence.kind) {
    case 'identical':
      return [];
    case 'excerpt':
      return evidence.passages.slice(0, PASSAGES).map(({ a }) => `  line ${a.line}: ${ends(a.text, PASSAGE)}`);
    case 'near-copy':
      return [...factLines(evidence.facts), ...apart(evidence.diff.flatMap(blockLines), PASSAGES)];
    case 'rewrite':
      return [
        `  both have: ${evidence.sharedTerms.join(', ')}`,
        ...factLines(evidence.facts),
        ...apart(
          evidence.aligned.map(({ a, b }) => [
            ...a.map(({ line, text }) => `- ${line}: ${head(text, PASSAGE)}`),
            ...b.map(({ line, text }) => `+ ${line}: ${head(text, PASSAGE)}`),
          ]),
          PASSAGES,
        ),
      ];
  }
}

function factLines(facts: readonly FactDifference[]): string[] {
  return (['number', 'date', 'name'] as const).flatMap((kind) => {
    const of = facts.filter((fact) => fact.kind === kind).slice(0, PASSAGES);
    if (of.length === 0) return [];
    return [`  ${factWords[kind]} differ: ${of.map(({ a, b }) => `${a?.text ?? '-'} / ${b?.text ?? '-'}`).join(', ')}`];
  });
}

/** Groups of lines with a line between them, and the number of groups that are left out. */
function apart(groups: readonly (readonly string[])[], most: number): string[] {
  const lines = groups.slice(0, most).flatMap((group) => ['', ...group]);
  return groups.length > most ? [...lines, '', `  and ${groups.length - most} more`] : lines;
}

/** What differs in a block; nothing of an unchanged one, nor of one that was only moved. */
function blockLines(block: DiffBlock): string[][] {
  switch (block.kind) {
    case 'changed':
      return [[`- ${block.a.line}: ${side(block.edits, '+')}`, `+ ${block.b.line}: ${side(block.edits, '-')}`]];
    case 'only-a':
      return [[`- ${block.a.line}: ${head(block.a.text, PASSAGE)}`]];
    case 'only-b':
      return [[`+ ${block.b.line}: ${head(block.b.text, PASSAGE)}`]];
    default:
      return [];
  }
}

function side(edits: readonly Edit[], other: '-' | '+'): string {
  const kept = edits.filter(({ op }) => op !== other);
  return ends(kept.map(({ op, text }) => (op === '=' ? ends(text, CONTEXT) : head(text, PASSAGE))).join(''), PASSAGE);
}
