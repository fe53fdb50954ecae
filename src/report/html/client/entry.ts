import { count, counted } from '../../wording.ts';
import type { PageArticle, PageData } from '../pageData.ts';
import type { PageFound, PageMatch } from './found.ts';
import { type Child, h } from './h.ts';
import type { Entry } from './listing.ts';
import { visible } from './visible.ts';
import { badge, nameOf } from './words.ts';

/** Members of a cluster that are listed until more are asked for. */
const FEW = 8;
const MORE = 200;

/** One entry of the list. */
export function entryElement(entry: Entry, data: PageData, found: PageFound): HTMLElement {
  if ('pair' in entry) return pairEntry(entry.pair, data);
  const { cluster } = entry;
  const { representative, members } = cluster;
  const heading = articleOf(data, representative);
  const rows = h('ul', { class: 'members' });
  const more = h('button', { type: 'button', class: 'more', click: () => grow(MORE) });
  let shown = 0;
  const grow = (by: number): void => {
    for (const member of members.slice(shown, shown + by)) {
      rows.append(
        h(
          'li',
          {},
          h('div', {}, badge(member.relation, member.score), member.known && accepted()),
          articleLine(articleOf(data, member.article)),
          compareLink(representative, member.article, nameOf(articleOf(data, member.article))),
        ),
      );
    }
    shown = Math.min(shown + by, members.length);
    more.hidden = shown === members.length;
    more.textContent = `${count(members.length - shown)} more`;
  };
  grow(FEW);
  const bridges = found.bridgesOf.get(cluster) ?? [];
  return h(
    'li',
    { class: `entry${cluster.template ? ' template' : ''}`, id: `cluster-${representative}`, tabindex: -1 },
    h(
      'div',
      { class: 'entry-head' },
      articleLine(heading, 'h3'),
      h('p', { class: 'size' }, counted(members.length + 1, 'article'), cluster.template && ' of one template'),
    ),
    rows,
    more,
    bridges.length > 0 &&
      h(
        'p',
        { class: 'bridges' },
        'Also linked: ',
        bridges.slice(0, FEW).map((match, i) => [i > 0 && ', ', bridgeLink(match, data)]),
        bridges.length > FEW && ` and ${count(bridges.length - FEW)} more`,
      ),
  );
}

function pairEntry(match: PageMatch, data: PageData): HTMLElement {
  return h(
    'li',
    { class: 'entry pair' },
    h(
      'div',
      { class: 'entry-head' },
      articleLine(articleOf(data, match.a), 'h3'),
      h('p', { class: 'size' }, match.relation === 'excerpt' ? 'excerpt' : 'bridge'),
    ),
    h(
      'ul',
      { class: 'members' },
      h(
        'li',
        {},
        h('div', {}, badge(match.relation, match.score), match.known && accepted()),
        articleLine(articleOf(data, match.b)),
        compareLink(match.a, match.b, nameOf(articleOf(data, match.b))),
      ),
    ),
  );
}

function bridgeLink(match: PageMatch, data: PageData): Child {
  const names = [match.a, match.b].map((article) => nameOf(articleOf(data, article)));
  return h(
    'a',
    { href: pairHref(match.a, match.b) },
    h('bdi', {}, names[0] as string),
    ' – ',
    h('bdi', {}, names[1] as string),
  );
}

function compareLink(a: number, b: number, name: string): HTMLElement {
  return h(
    'a',
    { class: 'compare', href: pairHref(a, b) },
    'Compare',
    h('span', { class: 'unseen' }, ' with ', h('bdi', {}, name)),
  );
}

function accepted(): HTMLElement {
  return h('span', { class: 'accepted', title: 'The baseline accepts it' }, 'accepted');
}

/** The address of a comparison. */
export function pairHref(a: number, b: number): string {
  return `#/pair/${Math.min(a, b)}-${Math.max(a, b)}`;
}

function articleLine(article: PageArticle, tag: 'h3' | 'div' = 'div'): HTMLElement {
  const [path, words, title] = article;
  const name = nameOf(article);
  const folder = title === undefined ? path.slice(0, path.length - (path.split('/').at(-1)?.length ?? 0)) : path;
  return h(
    'div',
    { class: 'article' },
    h(tag, { class: 'name' }, h('bdi', {}, name)),
    h(
      'div',
      { class: 'path' },
      folder !== '' && h('bdi', {}, visible(folder)),
      folder !== '' && ' · ',
      counted(words, 'word'),
    ),
  );
}

function articleOf({ articles }: PageData, index: number): PageArticle {
  return articles[index] as PageArticle;
}
