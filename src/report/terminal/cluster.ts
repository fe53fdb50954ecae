import type { Cluster, Member, Relation } from '../../model/match.ts';
import { widthOf } from '../width.ts';
import { count, counted, matchWords, SCORE_SHORT, scoreShort, scoreWords } from '../wording.ts';
import { hang, oneLine, type Run } from '../wrap.ts';
import type { Found } from './found.ts';
import { matchLines, matchRow } from './match.ts';
import { shortPath } from './shortPath.ts';
import { letter, type View } from './view.ts';

/** Members of one cluster that are listed, and compared in detail, where not all are. */
const FEW = { listed: 10, compared: 5 };

/** A cluster in detail: its articles under letters, A the representative, then each member compared with it. */
export function clusterLines(cluster: Cluster, title: string, found: Found, view: View): string[] {
  const { ink, width } = view;
  const members = cluster.members.slice(0, view.full ? Infinity : FEW.listed);
  const mark = (i: number) => ink.heading(`  ${letter(i).padEnd(letter(members.length).length)}  `);
  const about = (words: number, name: string | undefined) => [counted(words, 'word'), ...(name ? [`“${name}”`] : [])];
  const entry = (i: number, path: string, facts: string[]) => [
    ...hang(mark(i), [path], width),
    ...hang(
      ' '.repeat(4 + letter(members.length).length),
      [[...facts, ...acceptedWords(path, view)].join(' · ')],
      width,
    ),
  ];
  const letters = new Map(members.map((member, i) => [member.path, letter(i + 1)]));
  const called = (path: string) => letters.get(path) ?? path;
  const lines = [
    ruled(`${title}: ${relationTally(cluster.members)}`, view),
    ...entry(0, cluster.representative, about(cluster.words, cluster.title)),
  ];
  for (const [i, member] of members.entries()) {
    const name = member.title === cluster.title ? undefined : member.title;
    lines.push(
      ...entry(i + 1, member.path, [memberWords(cluster, member, found, called), ...about(member.words, name)]),
    );
  }
  lines.push(...unlisted(cluster.members.length - members.length, 'more', view));
  const a = { letter: letter(0), path: cluster.representative };
  const comparable = members.flatMap((member, i) => {
    const match = found.between(cluster.representative, member.path);
    return match && match.relation !== 'identical' ? [{ match, b: { letter: letter(i + 1), path: member.path } }] : [];
  });
  const compared = comparable.slice(0, view.full ? Infinity : FEW.compared);
  for (const { match, b } of compared) lines.push('', ...matchLines(match, { a, b }, view));
  lines.push(...unlisted(comparable.length - compared.length, 'more comparisons', view));
  return lines;
}

/** A cluster at a glance: a line for the representative, then a line a member and one of its evidence. */
export function compactClusterLines(cluster: Cluster, number: number, found: Found, view: View): string[] {
  const { ink, width } = view;
  const first = `${String(number).padStart(3)} `;
  const title = cluster.title ? [` · “${cluster.title}”`] : [];
  const room = width - first.length;
  const named = (path: string, most: number): string => {
    const facts = acceptedWords(path, view)
      .map((words) => ` · ${words}`)
      .join('');
    return shortPath(path, most - facts.length) + facts;
  };
  const lines = [first + oneLine([ink.heading(named(cluster.representative, room - 2)), ...title], room)];
  for (const member of cluster.members.slice(0, FEW.listed)) {
    const relation = `    ${scoreShort(member.relation, member.score).padEnd(SCORE_SHORT)} `;
    lines.push(relation + oneLine([named(member.path, width - relation.length)], width - relation.length));
    const match = found.between(cluster.representative, member.path);
    const row = match === undefined ? [] : matchRow(match, view);
    if (row.length > 0) lines.push(`      ${oneLine(row, width - 6)}`);
  }
  return [...lines, ...unlisted(cluster.members.length - FEW.listed, 'more', view)];
}

/** What tells an article that the baseline accepts from a new one. */
function acceptedWords(path: string, { accepted }: View): string[] {
  return accepted.has(path) ? ['accepted'] : [];
}

/** A heading with a rule to the end of the line. */
export function ruled(text: string, view: View): string {
  const heading: Run[] = [view.ink.quiet('── '), view.ink.heading(text)];
  const line = oneLine(heading, view.width);
  const rest = view.width - widthOf(line) - 1;
  return rest < 2 ? line : oneLine([...heading, ' ', view.ink.quiet('─'.repeat(rest))], view.width);
}

/** A member's relation in words; `name` is how the report calls an article. */
function memberWords(cluster: Cluster, member: Member, found: Found, name: (path: string) => string): string {
  const match = found.between(cluster.representative, member.path);
  if (match !== undefined) return matchWords(match);
  const twin = found.twin(member.path);
  const words = scoreWords(member.relation, member.score);
  return twin === undefined ? words : `${words}, same words as ${name(twin)}`;
}

/** The members' relations, e.g. "2 near-copies, 1 rewrite". */
function relationTally(members: readonly Member[]): string {
  const nouns: [Relation, string, string][] = [
    ['identical', 'identical copy', 'identical copies'],
    ['near-copy', 'near-copy', 'near-copies'],
    ['excerpt', 'excerpt', 'excerpts'],
    ['rewrite', 'rewrite', 'rewrites'],
  ];
  return nouns
    .map(([relation, one, many]) => ({ n: members.filter((member) => member.relation === relation).length, one, many }))
    .filter(({ n }) => n > 0)
    .map(({ n, one, many }) => counted(n, one, many))
    .join(', ');
}

function unlisted(n: number, what: string, view: View): string[] {
  return n <= 0 ? [] : hang('    ', [view.ink.quiet(`… ${count(n)} ${what}; --full shows all`)], view.width);
}
