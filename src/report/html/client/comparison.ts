import type { Relation } from '../../../model.ts';
import { count, counted, percent } from '../../wording.ts';
import type { PageData, PageEvidence, PageFact, PageText } from '../pageData.ts';
import { layColumns } from './columns.ts';
import { readEvidence, readText } from './data.ts';
import { follow, offerFirst } from './follow.ts';
import { type Child, h } from './h.ts';
import { linesBetween } from './lines.ts';
import { visible } from './visible.ts';
import { badge, nameOf, scoreText } from './words.ts';

/** Rows that are laid out at once, and then in each idle moment. */
const ROWS = 40;

/** A pair to be compared; without a relation, if it has none at the thresholds of the moment. */
export interface PagePairView {
  readonly a: number;
  readonly b: number;
  readonly relation: Relation | null;
  readonly score: number;
  readonly template: boolean;
  readonly bridge: boolean;
}

/** What is remembered from one comparison to the next. */
export interface ComparisonView {
  dimsUnique: boolean;
}

/** One pair: what it is and why, what changed, and both texts beside each other. */
export function comparisonView(
  data: PageData,
  pair: PagePairView,
  view: ComparisonView,
  tell: (text: string) => void,
): HTMLElement {
  const evidence = readEvidence(pair.a, pair.b);
  const [a, b] = [readText(pair.a), readText(pair.b)];
  const root = h('section', { class: 'comparison', 'aria-labelledby': 'compared' }, head(data, pair, evidence));
  if (data.shortfalls.length > 0)
    root.append(
      h(
        'ul',
        { class: 'shortfalls' },
        data.shortfalls.map((sentence) => h('li', {}, sentence)),
      ),
    );
  if (a === null || b === null) {
    root.append(
      h(
        'p',
        { class: 'note' },
        'The texts of these two were left out to keep the page small. On the command line: ',
        h('code', {}, 'dedupe compare -f html:pair.html'),
        ' with their paths.',
      ),
    );
    return root;
  }
  if (evidence?.kind === 'near-copy' && evidence.coarse) {
    root.append(h('p', { class: 'note' }, 'They differ too much in places to be compared word by word there.'));
  }
  root.append(factList(evidence, a, b), texts(data, pair, evidence, a, b, view, tell));
  return root;
}

function head(data: PageData, pair: PagePairView, evidence: PageEvidence | null): HTMLElement {
  const saved = data.pairs.find(([a, b]) => a === pair.a && b === pair.b);
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

function verdict(
  { kind }: PageData,
  { relation, template, bridge }: PagePairView,
  evidence: PageEvidence | null,
): Child {
  const extra = [
    template && 'only numbers, dates and names differ',
    bridge && 'the two are in no cluster together',
  ].filter((part) => part !== false);
  const says = (): string => {
    if (relation === null) return kind === 'comparison' ? 'These two do not match' : 'No match at these thresholds';
    if (relation === 'identical') return 'The same words in the same order';
    if (relation === 'near-copy') return 'One was edited into the other';
    if (relation === 'excerpt') {
      const holder = evidence?.kind === 'excerpt' ? evidence.holder : null;
      return holder === null
        ? 'One holds much of the other'
        : holder === 'a'
          ? 'A holds much of B'
          : 'B holds much of A';
    }
    const whole = evidence?.kind === 'rewrite' ? evidence.extends : null;
    return whole === null
      ? 'One report told twice'
      : `One report told twice; ${whole.toUpperCase()} tells all of the other and more`;
  };
  return ` ${[says(), ...extra].join('; ')}.`;
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

/** The numbers, dates and names that differ, in one line each. */
function factList(evidence: PageEvidence | null, a: PageText, b: PageText): Child & Node {
  const facts = evidence && 'facts' in evidence ? evidence.facts : [];
  if (facts.length === 0) return h('span', { hidden: true });
  const seen = new Set<string>();
  const items = facts.flatMap(([kind, inA, inB]: PageFact) => {
    const texts = [inA && a.text.slice(...inA), inB && b.text.slice(...inB)].map((text) => text && visible(text));
    const key = [kind, ...texts].join('\n');
    if (seen.has(key)) return [];
    seen.add(key);
    const [before, after] = texts;
    const value = (side: 'a' | 'b', text: string) => h('bdi', { class: `in-${side}` }, text);
    const both = before && after ? [value('a', before), ' → ', value('b', after)] : null;
    const only = before ? ['only in A: ', value('a', before)] : ['only in B: ', value('b', after ?? '')];
    return [h('li', {}, h('span', { class: 'kind' }, kind), ' ', both ?? only)];
  });
  return h('section', { class: 'facts', 'aria-label': 'What changed' }, h('h2', {}, 'Changed'), h('ul', {}, items));
}

function texts(
  data: PageData,
  pair: PagePairView,
  evidence: PageEvidence | null,
  a: PageText,
  b: PageText,
  view: ComparisonView,
  tell: (text: string) => void,
): HTMLElement {
  const columns = layColumns(a, b, evidence);
  const lines = linesBetween(columns);
  const redraw = (): void => void requestAnimationFrame(lines.redraw);
  const pane = h('div', { class: `texts${view.dimsUnique ? ' dims' : ''}`, lang: '' }, columns.element, lines.element);
  const grow = (): void => {
    const more = columns.grow(ROWS);
    offerFirst(columns);
    redraw();
    if (more) setTimeout(grow);
  };
  grow();
  new ResizeObserver(redraw).observe(columns.element);
  follow(columns, lines.element, tell);

  const dim = h('input', {
    type: 'checkbox',
    change: () => {
      view.dimsUnique = dim.checked;
      pane.classList.toggle('dims', dim.checked);
    },
  });
  dim.checked = view.dimsUnique;
  const { links } = columns;
  const moved = links.filter((link) => link.moved).length;
  return h(
    'section',
    { 'aria-label': 'The two texts' },
    h(
      'div',
      { class: 'tools' },
      h('label', { class: 'switch' }, dim, ' Dim what is unique'),
      h('p', { class: 'legend' }, legend(evidence, moved)),
      h(
        'p',
        { class: 'tally' },
        `${counted(links.length, 'linked sentence')}${moved > 0 ? `, ${count(moved)} moved` : ''}`,
      ),
    ),
    h(
      'div',
      { class: 'heads' },
      (['a', 'b'] as const).map((side) => articleHead(data, pair[side], side)),
    ),
    pane,
  );
}

function legend(evidence: PageEvidence | null, moved: number): Child {
  const key = (className: string, text: string) =>
    h('span', { class: 'key' }, h('span', { class: `swatch ${className}` }), text);
  return [
    key('own-a', 'only in A'),
    key('own-b', 'only in B'),
    evidence?.kind === 'rewrite' && key('shared', 'shared word'),
    evidence !== null &&
      'facts' in evidence &&
      evidence.facts.length > 0 &&
      key('fact', 'number, date or name that differs'),
    moved > 0 && key('moved', 'moved'),
  ];
}

function articleHead({ articles }: PageData, index: number, side: 'a' | 'b'): HTMLElement {
  const article = articles[index] as (typeof articles)[number];
  const [path, words, title] = article;
  return h(
    'div',
    { class: `article-head ${side}` },
    h('span', { class: 'letter', 'aria-hidden': 'true' }, side.toUpperCase()),
    h(
      'div',
      {},
      title !== undefined && h('h2', {}, h('bdi', {}, nameOf(article))),
      h('p', { class: 'path' }, h('bdi', {}, visible(path)), ` · ${counted(words, 'word')}`),
    ),
  );
}
