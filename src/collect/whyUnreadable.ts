/** Said of pipes, sockets and devices. */
export const NO_FILE = 'neither a file nor a folder';

const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'no longer there',
  ELOOP: 'a symbolic link that leads to itself',
  EISDIR: 'a folder',
  EIO: 'the disk reports an error',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'its path is too long',
  ERR_INVALID_ARG_VALUE: 'its path holds a NUL',
};

/** What the system said, in plain words; its own words where we have no better. */
export function whyUnreadable(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return WORDS[code ?? ''] ?? code ?? message;
}
