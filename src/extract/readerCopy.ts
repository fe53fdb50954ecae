import type { HtmlElement, HtmlNode, HtmlParent } from './htmlTree.ts';

/** Of no use to Readability, or removed by it first thing. */
const LEFT_OUT: ReadonlySet<string> = new Set(
  (
    'script style noscript template svg math iframe object embed select button textarea ' +
    'xmp plaintext noembed noframes'
  ).split(' '),
);

const VOID: ReadonlySet<string> = new Set('area base br col hr img input link meta param source track wbr'.split(' '));

/** Longer titles are no titles. */
const MAX_TITLE = 1000;

/**
 * The markup of a page once more, for Readability to take apart: without scripts, each element marked with its index in
 * document order. Signs that need an entity are blanks: the text is taken from the source, and each entity would be a
 * text node of its own. Doesn't recurse.
 *
 * @param mark what the name of an element's marking attribute begins with; its index follows
 */
export function readerCopy(page: HtmlParent, elements: readonly HtmlElement[], mark: string): string {
  const indexes = new Map(elements.map((element, index) => [element, index]));
  const parts: string[] = [];
  const pending: (HtmlNode | string)[] = [...page.childNodes].reverse();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node === 'string') {
      parts.push(node);
    } else if ('value' in node) {
      parts.push(node.value.replace(/[&<>\u00a0]/g, ' '));
    } else if ('childNodes' in node && !LEFT_OUT.has(node.tagName)) {
      const attributes = node.attrs
        .filter(({ name }) => /^[a-z][a-z:-]*$/.test(name) && !name.startsWith(mark))
        .map(({ name, value }) => ` ${name}="${escaped(value)}"`);
      parts.push(`<${node.tagName} ${mark}${indexes.get(node)}=""${attributes.join('')}>`);
      if (VOID.has(node.tagName)) continue;
      pending.push(`</${node.tagName}>`);
      if (node.tagName === 'body') {
        // Readability may put the body's content into an element of its own, which has no mark
        parts.push(`<div ${mark}${indexes.get(node)}="">`);
        pending.push('</div>');
      }
      if (node.tagName === 'title') parts.push(escaped(titleOf(node)));
      else for (let i = node.childNodes.length - 1; i >= 0; i--) pending.push(node.childNodes[i] as HtmlNode);
    }
  }
  return parts.join('');
}

function titleOf(element: HtmlElement): string {
  const [text] = element.childNodes;
  return text !== undefined && 'value' in text ? text.value.slice(0, MAX_TITLE) : '';
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
