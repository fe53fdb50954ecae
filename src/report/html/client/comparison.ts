import type { PageData } from '../pageData.ts';
import { articleHeads } from './articleHeads.ts';
import { readEvidence, readText } from './data.ts';
import { factList } from './factList.ts';
import type { PageFound } from './found.ts';
import { h } from './h.ts';
import { type PagePairView, pairHead } from './pairHead.ts';
import { type Memory, textsView } from './texts.ts';

/** What a comparison is drawn from, beside the pair. */
export interface Setting {
  readonly data: PageData;
  readonly found: PageFound;
  readonly memory: Memory;
  readonly tell: (text: string) => void;
}

/** One pair: what it is and why, what changed, and both texts beside each other. */
export function comparisonView(pair: PagePairView, { data, found, memory, tell }: Setting): HTMLElement {
  const evidence = readEvidence(pair.a, pair.b);
  const [a, b] = [readText(pair.a), readText(pair.b)];
  const heads = articleHeads(pair, data, found);
  const isCoarse = evidence?.kind === 'near-copy' && evidence.coarse;
  const reasons = data.shortfalls.map((sentence) => h('li', {}, sentence));
  const isComplete = a !== null && b !== null;
  return h(
    'section',
    { class: 'comparison', 'aria-labelledby': 'compared' },
    pairHead(data, pair, evidence),
    reasons.length > 0 && h('ul', { class: 'shortfalls' }, reasons),
    isCoarse && h('p', { class: 'note' }, 'They differ too much in places to be compared word by word there.'),
    isComplete && factList(evidence, a, b),
    isComplete ? textsView({ a, b, evidence }, heads, memory, tell) : [heads, leftOut()],
  );
}

/** Texts are bounded, and the articles themselves still there. */
function leftOut(): HTMLElement {
  const command = h('code', {}, 'dedupe compare -f html:pair.html <a> <b>');
  return h(
    'p',
    { class: 'note' },
    'Their texts were left out, to bound the size of this page. To compare them: ',
    command,
  );
}
