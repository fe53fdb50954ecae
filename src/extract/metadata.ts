import type { Metadata } from '../model.ts';

/** Metadata of what is there and not blank, white space in order. */
export function metadata(title?: string, date?: string, language?: string): Metadata {
  const said = { title: tidy(title), date: tidy(date), language: tidy(language) };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ''));
}

function tidy(value: string | undefined): string {
  return (value ?? '').trim().replace(/\s+/g, ' ');
}
