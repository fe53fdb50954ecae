import type { Metadata } from '../model/article.ts';
import { metadata } from './metadata.ts';

/** What a JSONL line says, or what is wrong with it. */
export type RecordRead = { readonly text: string; readonly metadata: Metadata } | { readonly problem: string };

/** Field names shown of a record that lacks its text: enough to see which one is meant. */
const FIELDS_SHOWN = 8;

/** Reads one line of a JSONL file: `textField` is the article, `titleField` its title; date and language by name. */
export function readRecord(line: string, textField: string, titleField: string): RecordRead {
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch (error) {
    return { problem: `no JSON: ${(error as Error).message}` };
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return { problem: 'no JSON object' };
  const fields = new Map(Object.entries(record));
  const text = fields.get(textField);
  if (typeof text !== 'string') {
    const found = [...fields.keys()].slice(0, FIELDS_SHOWN).join(', ') || 'none';
    const lack = text === undefined ? `no field "${textField}"` : `field "${textField}" is no string`;
    return { problem: `${lack}; fields found: ${found}` };
  }
  const first = (...names: string[]) =>
    names.map((name) => fields.get(name)).find((value) => typeof value === 'string');
  return { text, metadata: metadata(first(titleField), first('date', 'published'), first('lang', 'language')) };
}
