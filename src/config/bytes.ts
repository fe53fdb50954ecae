/** What says how many bytes: a whole number above 0, alone or with a unit; 1K is 1,024 bytes. */
export const BYTES = '^[1-9][0-9]{0,11}[KMGT]?$';

/** @param size a text as `BYTES` describes it */
export function bytesOf(size: string): number {
  return Number.parseInt(size, 10) * 1024 ** Math.max(0, ' KMGT'.indexOf(size.at(-1) as string));
}
