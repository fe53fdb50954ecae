import { ISLANDS, type PageData, type PageEvidence, type PageText } from '../pageData.ts';

/** The page's data: read once. */
export function readPage(): PageData {
  return read<PageData>(ISLANDS.page) as PageData;
}

/** An article's text, read when it is looked at; null if the page does not hold it. */
export function readText(article: number): PageText | null {
  return read<PageText>(ISLANDS.text(article));
}

/** What shows a match; null for identical articles and for pairs that were under the thresholds of the scan. */
export function readEvidence(a: number, b: number): PageEvidence | null {
  return read<PageEvidence>(ISLANDS.evidence(a, b));
}

function read<T>(id: string): T | null {
  const text = document.getElementById(id)?.textContent;
  return text ? (JSON.parse(text) as T) : null;
}
