import { relative, sep } from 'node:path';

/** With `/` on every system. Elsewhere than on Windows a backslash is a letter of the name, and stays. */
export function withSlashes(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}

/** The path that reports show: relative to the working directory, with `/`; '.' for the directory itself. */
export function shownPath(absolute: string, cwd: string): string {
  return withSlashes(relative(cwd, absolute)) || '.';
}

/** Whether `path` is `folder` or lies in it; both absolute. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
