import { extname } from 'node:path';
import type { Format } from '../model/article.ts';

const FORMATS: Readonly<Record<string, Format>> = {
  '.txt': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.mdx': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.jsonl': 'jsonl',
};

/**
 * The format that a file's extension tells, in either case; undefined for all others, which are articles only if the
 * user names them.
 */
export function formatOf(path: string): Format | undefined {
  return FORMATS[extname(path).toLowerCase()];
}
