import type { Metadata, Misread } from '../model/article.ts';

/** Metadata of what is there and not blank, white space in order. */
export function metadata(title?: string, date?: string, language?: string): Metadata {
  const said = { title: tidy(title), date: tidy(date), language: tidy(language) };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ''));
}

/** Metadata with what was said in vain, if anything was. */
export function withMisread(said: Metadata, misread: readonly Misread[]): Metadata {
  const all = [...(said.misread ?? []), ...misread];
  return all.length === 0 ? said : { ...said, misread: all };
}

function tidy(value: string | undefined): string {
  return value === undefined ? '' : value.trim().replace(/\s+/g, ' ');
}
