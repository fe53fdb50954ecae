import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom/worker';
import { elementsOf, type HtmlElement, type HtmlParent } from './htmlTree.ts';
import { readerCopy } from './readerCopy.ts';

/** The part of a page that a reader came for. */
export interface MainContent {
  /** Text that stands directly in one of these elements is part of it. */
  readonly elements: ReadonlySet<HtmlElement>;
  /** The page's title without the site's name. */
  readonly title: string;
}

/** Readability goes over the tree many times and by recursion; a page beyond this is an index or a hostile file. */
const MAX_ELEMENTS = 20_000;
const MAX_DEPTH = 250;

/**
 * An attribute whose name, not its value, says which element it is: Readability copies a wrapper's attributes to the one
 * element in it, and so one keeps both names.
 */
const MARK = 'data-dedupe-element-';

/**
 * Finds the main content as Firefox's reader view does. Readability works on its own copy of the page, of which no
 * script runs and nothing is fetched, and rewrites it; the marks say which elements it kept.
 *
 * @returns undefined where it finds none, or the page is too large for it
 */
export function mainContent(page: HtmlParent): MainContent | undefined {
  const all = [...elementsOf(page)];
  if (all.length > MAX_ELEMENTS || depthOf(all) > MAX_DEPTH) return undefined;
  const found = readerView(readerCopy(page, all, MARK));
  if (!found?.content) return undefined;
  const elements = new Set<HtmlElement>();
  for (const kept of found.content.querySelectorAll('*')) {
    for (const name of kept.getAttributeNames()) {
      const element = name.startsWith(MARK) ? all[Number(name.slice(MARK.length))] : undefined;
      if (element !== undefined) elements.add(element);
    }
  }
  return elements.size === 0 ? undefined : { elements, title: found.title ?? '' };
}

function readerView(page: string): ReturnType<Readability<Root>['parse']> {
  try {
    const { document } = parseHTML(page);
    return new Readability(document, { disableJSONLD: true, serializer: (root) => root as unknown as Root }).parse();
  } catch {
    // written for pages as they are in the wild, not for every page that can be made: the caller takes the whole body
    return null;
  }
}

/** What is used of the DOM that linkedom makes. */
interface Root {
  querySelectorAll(selector: string): Iterable<{ getAttributeNames(): string[] }>;
}

/** Parents come before their children in `elements`. */
function depthOf(elements: readonly HtmlElement[]): number {
  const depths = new Map<unknown, number>();
  let deepest = 0;
  for (const element of elements) {
    const depth = (depths.get(element.parentNode) ?? 0) + 1;
    depths.set(element, depth);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
