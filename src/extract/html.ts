import type { Metadata } from '../model/article.ts';
import type { Reading, Refusal } from './extract.ts';
import {
  attribute,
  elementsOf,
  type HtmlElement,
  type HtmlNode,
  type HtmlParent,
  parsePage,
  parsePart,
  TooComplexError,
} from './htmlTree.ts';
import { mainContent } from './mainContent.ts';
import { metadata, withMisread } from './metadata.ts';
import { type ParagraphWriter, paragraphWriter } from './paragraphWriter.ts';

/** Never text of the page. Ruby annotations repeat the text in another script. */
const NO_TEXT = setOf('script style noscript template head title svg math iframe object select textarea button rt rp');

/** Around an article, or beside it. Not forms: old servers put the whole page into one. */
const AROUND = setOf('nav footer aside dialog');

/** Elements inside a line; all others begin and end a paragraph. */
const INLINE = setOf(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark nobr q ruby rb s samp ' +
    'small span strike strong sub sup td th time tt u var wbr',
);

/**
 * Reads a page: its main content as reader view finds it and the headline above it; the whole body without navigation,
 * headers, footers and asides where that finds none. The text is the source's own, so that offsets are exact to the
 * line. No script runs, nothing is fetched.
 */
export function html(text: string): Reading | Refusal {
  try {
    const page = parsePage(text);
    if (isOwnReport(page)) return { reason: 'disabled', detail: 'a report of dedupe' };
    const headline = [...elementsOf(page)].find(({ tagName }) => tagName === 'h1');
    const main = mainContent(page);
    const writer = paragraphWriter(text);
    if (main === undefined) {
      write(page, 0, writer, (element) => !AROUND.has(element.tagName) && element.tagName !== 'header');
    } else {
      const kept = new Set(main.elements);
      // reader view shows the title by itself and drops the headline that repeats it
      if (headline !== undefined && isTitle(headline, main.title)) addWithin(headline, kept);
      write(page, 0, writer, (element) => !AROUND.has(element.tagName), kept);
    }
    return {
      text,
      paragraphs: writer.paragraphs,
      metadata: withMisread(pageMetadata(page, main?.title), writer.misread),
    };
  } catch (error) {
    if (error instanceof TooComplexError) return { reason: 'bad-markup', detail: error.message };
    throw error;
  }
}

/** Writes the text of HTML inside other markup; it stands at `start` in the source. Throws TooComplexError. */
export function htmlFragment(value: string, start: number, writer: ParagraphWriter): void {
  write(parsePart(value), start, writer, () => true);
}

/**
 * Writes the text below a node. Doesn't recurse.
 *
 * @param enters whether an element's content is looked at
 * @param kept if given, the elements whose own text is written; all of those entered otherwise
 */
function write(
  root: HtmlParent,
  shift: number,
  writer: ParagraphWriter,
  enters: (element: HtmlElement) => boolean,
  kept?: ReadonlySet<unknown>,
): void {
  const pending: (HtmlNode | 'end')[] = [...root.childNodes].reverse();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node === 'end') {
      writer.end();
    } else if ('value' in node) {
      const start = shift + (node.sourceCodeLocation?.startOffset ?? 0);
      if (kept === undefined || kept.has(node.parentNode)) writer.text(node.value, start);
    } else if ('data' in node) {
      writer.comment(node.data);
    } else if ('childNodes' in node && !NO_TEXT.has(node.tagName) && enters(node)) {
      const start = shift + (node.sourceCodeLocation?.startOffset ?? 0);
      if (node.tagName === 'td' || node.tagName === 'th') writer.text(' ', start);
      if (!INLINE.has(node.tagName)) {
        writer.end();
        pending.push('end');
      }
      for (let i = node.childNodes.length - 1; i >= 0; i--) pending.push(node.childNodes[i] as HtmlNode);
    }
  }
}

/** What an earlier run left among the articles says what it is. */
function isOwnReport(page: HtmlParent): boolean {
  for (const element of elementsOf(page)) {
    if (element.tagName === 'body') return false;
    if (element.tagName === 'meta' && attribute(element, 'name') === 'generator')
      return attribute(element, 'content') === 'dedupe';
  }
  return false;
}

function pageMetadata(page: HtmlParent, mainTitle: string | undefined): Metadata {
  let title: string | undefined;
  let time: string | undefined;
  let language: string | undefined;
  const said = new Map<string, string>();
  for (const element of elementsOf(page)) {
    if (element.tagName === 'html') language = attribute(element, 'lang');
    if (element.tagName === 'title') title ??= textOf(element);
    if (element.tagName === 'time') time ??= attribute(element, 'datetime');
    if (element.tagName !== 'meta') continue;
    const name = attribute(element, 'property') ?? attribute(element, 'name') ?? attribute(element, 'itemprop');
    const content = attribute(element, 'content');
    if (name !== undefined && content !== undefined) said.set(name.toLowerCase(), content);
  }
  const date = said.get('article:published_time') ?? said.get('datepublished') ?? said.get('date') ?? time;
  return metadata(said.get('og:title') ?? (mainTitle || title), date, language);
}

/** Whether the element's text is the title, or the greater part of it: "Headline - Site". */
function isTitle(element: HtmlElement, title: string): boolean {
  const plain = (value: string) => value.replace(/\s+/g, ' ').trim().toLowerCase();
  const text = plain(textOf(element));
  return text.length * 2 > title.length && plain(title).includes(text);
}

function textOf(element: HtmlElement): string {
  const own = (parent: HtmlElement) => parent.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
  return own(element) + [...elementsOf(element)].map(own).join('');
}

function addWithin(element: HtmlElement, elements: Set<unknown>): void {
  elements.add(element);
  for (const inner of elementsOf(element)) elements.add(inner);
}

function setOf(names: string): ReadonlySet<string> {
  return new Set(names.split(' '));
}
