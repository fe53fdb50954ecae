/** Said of pipes, sockets and devices. */
export const NO_FILE = 'neither a file nor a folder';

const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'no longer there',
  ELOOP: 'a symbolic link that leads to itself',
  EISDIR: 'a folder',
  ENXIO: NO_FILE,
  EIO: 'the disk reports an error',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'its path is too long',
  ERR_INVALID_ARG_VALUE: 'its path holds a NUL',
};

/** What the system said, in plain words; its own words where we have no better. */
export function whyUnreadable(error: unknown): string {
  const { code, message, path } = error as NodeJS.ErrnoException;
  // Node decodes names as UTF-8; what is none can't be opened by what that made of it.
  if (code === 'ENOENT' && path?.includes('\ufffd')) return 'its name is no UTF-8: rename it';
  return WORDS[code ?? ''] ?? code ?? message;
}
