import type { Relation } from '../../../model/match.ts';
import { percent } from '../../wording.ts';
import type { PageData, PageEvidence } from '../pageData.ts';
import type { PageFound } from './found.ts';
import { type Child, h } from './h.ts';
import { visible } from './visible.ts';
import { badge, scoreText } from './words.ts';

/** A pair to be compared; without a relation, if it has none at the thresholds of the moment. */
export interface PagePairView {
  readonly a: number;
  readonly b: number;
  readonly relation: Relation | null;
  readonly score: number;
  readonly template: boolean;
  readonly bridge: boolean;
  /** The pair that was judged: identical articles are judged by the first of them. */
  readonly judged: readonly [a: number, b: number];
}

/** A pair as it is found at the thresholds of the moment. */
export function pairIn({ matches, firstOf }: PageFound, a: number, b: number): PagePairView {
  const first = (article: number): number => firstOf.get(article) ?? article;
  const direct = matches.find((match) => match.a === a && match.b === b);
  if (direct) return { ...direct, judged: [a, b] };
  const [x, y] = [first(a), first(b)].sort((i, j) => i - j) as [number, number];
  const none = { a, b, score: 0, template: false, bridge: false, judged: [x, y] as const };
  if (x === y) return { ...none, relation: 'identical', score: 1 };
  const match = matches.find((each) => each.a === x && each.b === y);
  return match ? { ...match, a, b, judged: [x, y] } : { ...none, relation: null };
}

/** What a pair is, by which figures, and why. */
export function pairHead(data: PageData, pair: PagePairView, evidence: PageEvidence | null): HTMLElement {
  const saved = data.pairs.find(([a, b]) => a === pair.judged[0] && b === pair.judged[1]);
  const figures: [string, string][] = saved
    ? [
        ['5-word phrases shared', percent(saved[2] ?? 0)],
        ...(saved[3] === null ? [] : [['of the shorter one held', percent(saved[3])] as [string, string]]),
        ...(saved[4] === null
          ? []
          : [['probability of a rewrite', scoreText('rewrite', saved[4])] as [string, string]]),
      ]
    : [];
  return h(
    'header',
    { class: 'pair-head' },
    h(
      'h1',
      { id: 'compared', tabindex: -1 },
      pair.relation ? badge(pair.relation, pair.score) : h('span', { class: 'badge none' }, 'no match'),
      verdict(data, pair, evidence),
    ),
    figures.length > 0 &&
      h(
        'dl',
        { class: 'figures small' },
        figures.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
      ),
    evidence?.kind === 'rewrite' && reasons(evidence),
  );
}

function verdict({ kind }: PageData, pair: PagePairView, evidence: PageEvidence | null): string {
  const says = pair.template ? 'The same text with other numbers, dates and names' : relationSays(pair, evidence, kind);
  return ` ${says}${pair.bridge ? '; the two are in no cluster together' : ''}.`;
}

function relationSays({ relation }: PagePairView, evidence: PageEvidence | null, kind: PageData['kind']): string {
  switch (relation) {
    case null:
      return kind === 'comparison' ? 'These two do not match' : 'No match at these thresholds';
    case 'identical':
      return 'The same words in the same order';
    case 'near-copy':
      return 'One was edited into the other';
    case 'excerpt':
      if (evidence?.kind !== 'excerpt') return 'One holds much of the other';
      return evidence.holder === 'a' ? 'A holds much of B' : 'B holds much of A';
    case 'rewrite': {
      const whole = evidence?.kind === 'rewrite' ? evidence.extends : null;
      if (whole === null) return 'One report told twice';
      return `One report told twice; ${whole.toUpperCase()} tells all of the other and more`;
    }
  }
}

function reasons({ reasons: all, terms }: Extract<PageEvidence, { kind: 'rewrite' }>): Child {
  return h(
    'details',
    { class: 'reasons' },
    h('summary', {}, 'Why'),
    terms.length > 0 && h('p', {}, 'Both have: ', h('bdi', {}, visible(terms.join(', '))), '.'),
    h(
      'table',
      {},
      h('caption', { class: 'unseen' }, 'What spoke for and against a rewrite, in log-odds'),
      h(
        'tbody',
        {},
        all.map(([weight, reason]) =>
          h(
            'tr',
            { class: weight.startsWith('-') ? 'con' : 'pro' },
            h('td', {}, weight.replace('-', '−')),
            h('td', {}, reason),
          ),
        ),
      ),
    ),
  );
}
