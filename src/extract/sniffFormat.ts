import type { Format } from '../model/article.ts';
import { decode } from './decode.ts';

/** Bytes that are looked at: white space and the first sign of a format are within them. */
const SAMPLE = 1024;

/**
 * The format of an article that has no file name, by how it begins: an HTML page with its doctype or root element,
 * Markdown with a line that opens front matter. All else is plain text.
 */
export async function sniffFormat(bytes: Uint8Array): Promise<Format> {
  const start = (await decode(bytes.subarray(0, SAMPLE)))?.trimStart() ?? '';
  if (/^<(?:!doctype html|html)(?=[\s>])/i.test(start)) return 'html';
  return /^(?:---|\+\+\+)[ \t]*[\r\n]/.test(start) ? 'markdown' : 'text';
}
