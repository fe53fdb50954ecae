import type { SkipReason } from '../model/article.ts';

/**
 * Whether a skip hides an article: something is wrong with the source, and whether it repeats another can't be told. The
 * others were left out on purpose, are there under another name, or hold too little to compare.
 */
export function isUnread(reason: SkipReason): boolean {
  return UNREAD[reason];
}

const UNREAD: Readonly<Record<SkipReason, boolean>> = {
  unreadable: true,
  binary: true,
  'bad-record': true,
  'too-large': true,
  'bad-markup': true,
  empty: false,
  'too-short': false,
  link: false,
  disabled: false,
};
