import { counted } from '../../wording.ts';
import type { PageArticle, PageData } from '../pageData.ts';
import { pairHref } from './entry.ts';
import type { PageFound } from './found.ts';
import { type Child, h } from './h.ts';
import type { PagePairView } from './pairHead.ts';
import { visible } from './visible.ts';
import { nameOf, RELATION_NAMES, scoreText } from './words.ts';

/** Other matches of an article that can be chosen: a longer menu is no help, and the list has all. */
const MOST_OTHERS = 200;

/** What stands over the two columns: which articles they are, and with what else each matches. */
export function articleHeads(pair: PagePairView, data: PageData, found: PageFound): HTMLElement {
  return h('div', { class: 'heads' }, headOf('a', pair, data, found), headOf('b', pair, data, found));
}

function headOf(side: 'a' | 'b', pair: PagePairView, data: PageData, found: PageFound): HTMLElement {
  const article = data.articles[pair[side]] as PageArticle;
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
      others(side, pair, data, found),
    ),
  );
}

/** A menu of what else the article matches, if there is any. */
function others(side: 'a' | 'b', pair: PagePairView, data: PageData, { matches }: PageFound): Child {
  const [own, other] = side === 'a' ? [pair.a, pair.b] : [pair.b, pair.a];
  const partners = matches.flatMap(({ a, b, relation, score }) => {
    const partner = a === own ? b : b === own ? a : other;
    return partner === other ? [] : [{ partner, text: `${RELATION_NAMES[relation]} ${scoreText(relation, score)}` }];
  });
  if (partners.length === 0) return null;
  const menu = h(
    'select',
    {
      class: 'others',
      'aria-label': `Compare ${side.toUpperCase()} with another of its matches`,
      change: () => {
        location.hash = pairHref(own, Number(menu.value));
      },
    },
    h('option', { value: '' }, `matches ${counted(partners.length, 'other')}`),
    partners.slice(0, MOST_OTHERS).map(({ partner, text }) => {
      return h('option', { value: partner }, `${text}: ${nameOf(data.articles[partner] as PageArticle)}`);
    }),
  );
  return menu;
}
