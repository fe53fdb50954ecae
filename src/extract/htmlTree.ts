import type { TreeAdapter } from 'parse5';
import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  parse,
  parseFragment,
} from 'parse5';

export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode;
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;

/** A page of a large site has 2,000 to 10,000 elements. Misnested tags can make the square of their number. */
const MAX_ELEMENTS = 200_000;

/** Browsers flatten what is nested deeper than 512; the parser looks through all open elements again and again. */
const MAX_DEPTH = 1000;

/** The document has more elements, or nests them deeper, than a page can have. */
export class TooComplexError extends Error {}

/** Parses a page by the HTML standard; every node knows its place in the source. Throws TooComplexError. */
export function parsePage(html: string): DefaultTreeAdapterTypes.Document {
  return parse(html, { sourceCodeLocationInfo: true, treeAdapter: boundedAdapter() });
}

/** As `parsePage`, for a part of a page. */
export function parsePart(html: string): DefaultTreeAdapterTypes.DocumentFragment {
  return parseFragment(html, { sourceCodeLocationInfo: true, treeAdapter: boundedAdapter() });
}

/** All elements below a node, in document order. Doesn't recurse: depth costs no stack. */
export function* elementsOf(root: HtmlParent): Generator<HtmlElement> {
  const pending: HtmlNode[] = [...root.childNodes].reverse();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (!('childNodes' in node)) continue;
    yield node;
    for (let i = node.childNodes.length - 1; i >= 0; i--) pending.push(node.childNodes[i] as HtmlNode);
  }
}

export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

function boundedAdapter(): TreeAdapter<DefaultTreeAdapterMap> {
  let elements = 0;
  let depth = 0;
  return {
    ...defaultTreeAdapter,
    createElement(tagName, namespace, attrs) {
      if (++elements > MAX_ELEMENTS) throw new TooComplexError(`more than ${MAX_ELEMENTS} elements`);
      return defaultTreeAdapter.createElement(tagName, namespace, attrs);
    },
    onItemPush() {
      if (++depth > MAX_DEPTH) throw new TooComplexError(`elements nested more than ${MAX_DEPTH} deep`);
    },
    onItemPop() {
      depth--;
    },
  };
}
