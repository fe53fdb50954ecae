import { PassThrough, type Readable } from 'node:stream';
import { main } from '../../src/cli/main.ts';
import type { Sink } from '../../src/cli/world.ts';

export interface Played {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What the command may find around it, other than in a pipe with nothing on standard input. */
export interface Scenery {
  readonly env?: Readonly<Record<string, string>>;
  /** Else the last of January 2026. */
  readonly today?: string;
  readonly stdin?: Readable;
  /** Both outputs are terminals of so many columns. */
  readonly columns?: number;
}

/** Runs the command within this process, in a world of its own. */
export async function play(cwd: string, args: readonly string[], scenery: Scenery = {}): Promise<Played> {
  const stdout = sink(scenery.columns);
  const stderr = sink(scenery.columns);
  const stdin = scenery.stdin ?? new PassThrough().end();
  const code = await main(args, {
    cwd,
    env: scenery.env ?? {},
    today: scenery.today ?? '2026-01-31',
    stdin,
    stdout: stdout.stream,
    stderr: stderr.stream,
  });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

function sink(columns: number | undefined): { stream: Sink; text: () => string } {
  const stream: PassThrough & { isTTY?: boolean; columns?: number } = new PassThrough();
  if (columns !== undefined) Object.assign(stream, { isTTY: true, columns });
  const chunks: Buffer[] = [];
  stream.on('data', (chunk) => chunks.push(chunk));
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}
