import type { Job } from './job.ts';
import { TOOLS } from './tools.ts';

/** What the page shows, and with which tools: those that would take hours or gigabytes at a size are left out there. */
export interface PageJob extends Job {
  readonly tools: readonly string[];
}

const ALL = TOOLS.map(({ name }) => name);
const QUICK = ['dedupe', 'gaoya', 'fclones', 'jdupes', 'reading alone'];

export const PAGE_JOBS: readonly PageJob[] = [
  { size: 10_000, input: 'jsonl', threshold: 0.8, relations: 'copies', tools: ALL },
  { size: 10_000, input: 'jsonl', threshold: 0.5, relations: 'copies', tools: ALL },
  { size: 10_000, input: 'folder', threshold: 0.8, relations: 'copies', tools: ALL },
  { size: 100_000, input: 'jsonl', threshold: 0.8, relations: 'copies', tools: QUICK },
  { size: 100_000, input: 'folder', threshold: 0.8, relations: 'copies', tools: QUICK },
  { size: 1_000_000, input: 'jsonl', threshold: 0.8, relations: 'copies', tools: ['dedupe', 'reading alone'] },
  { size: 10_000, input: 'jsonl', threshold: 0.5, relations: 'all', tools: QUICK },
  { size: 100_000, input: 'jsonl', threshold: 0.5, relations: 'all', tools: QUICK },
];
