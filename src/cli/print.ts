import { UsageError } from '../errors.ts';
import type { World } from './world.ts';
import { writePieces } from './writePieces.ts';

/**
 * Writes what was asked for to stdout.
 *
 * @throws UsageError if that fails: help that nobody gets is no success
 */
export async function print(text: string, { stdout }: World): Promise<void> {
  try {
    await writePieces(stdout, [text]);
  } catch (error) {
    throw new UsageError(`Can't write to stdout: ${(error as Error).message}.`);
  }
}
