import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Corpus } from './corpora.ts';
import { pathOf } from './labelled.ts';
import type { Doc } from './read.ts';

/** The articles of a corpus as files, by path. */
export function articleTexts({ name, docs }: Corpus, titles: boolean): Map<string, string> {
  return new Map(Array.from(docs.values(), (doc) => [pathOf(name, doc.id), titles ? withTitle(doc) : doc.text]));
}

/** An article as people save it: its title, a blank line, its text. Some texts begin with their title already. */
export function withTitle({ title, text }: Doc): string {
  return title === undefined || text.trimStart().startsWith(title) ? text : `${title}\n\n${text}`;
}

/** Writes the articles below `dir`, in place of all that was there. */
export function writeArticles(dir: string, texts: ReadonlyMap<string, string>): void {
  rmSync(dir, { recursive: true, force: true });
  const folders = new Set(Array.from(texts.keys(), (path) => dirname(join(dir, path))));
  for (const folder of folders) mkdirSync(folder, { recursive: true });
  for (const [path, text] of texts) writeFileSync(join(dir, path), text);
}
