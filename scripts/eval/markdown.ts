import { readFileSync, writeFileSync } from 'node:fs';

/** A table that reads well in a terminal and in Markdown: the first column to the left, the others to the right. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(3, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const text = (row: readonly string[]): string =>
    line(widths.map((width, column) => (row[column] ?? '')[column === 0 ? 'padEnd' : 'padStart'](width)));
  const rule = line(widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)));
  return [text(head), rule, ...rows.slice(1).map(text)].join('\n');
}

/**
 * Writes figures into a page: each text in place of what stands between `<!-- measured: NAME -->` and
 * `<!-- end of NAME -->`.
 *
 * @throws Error if the page has no such place
 */
export function fillPage(page: string, texts: Readonly<Record<string, string>>): void {
  let content = readFileSync(page, 'utf8');
  for (const [name, text] of Object.entries(texts)) {
    const [begin, end] = [`<!-- measured: ${name} -->\n`, `<!-- end of ${name} -->`];
    const from = content.indexOf(begin);
    const to = content.indexOf(end, from);
    if (from < 0 || to < 0) throw new Error(`${page} has no place for ${name}`);
    content = `${content.slice(0, from)}${begin}\n${text}\n\n${content.slice(to)}`;
  }
  writeFileSync(page, content);
}
