import type { PageEvidence, PageFact, PageText } from '../pageData.ts';
import { type Child, h } from './h.ts';
import { visible } from './visible.ts';

/** The numbers, dates and names that differ, in one line each. */
export function factList(evidence: PageEvidence | null, a: PageText, b: PageText): Child & Node {
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
