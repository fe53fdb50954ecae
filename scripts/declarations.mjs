import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * Writes the type declarations that the library's entry leads to, and no others, into `dist`. They import each other as
 * `.js`, which every setting of TypeScript resolves; the compiler leaves `.ts` in them, which older ones don't.
 *
 * @param {string} root
 * @param {string} dist
 */
export function writeDeclarations(root, dist) {
  const all = mkdtempSync(join(tmpdir(), 'dedupe-types-'));
  try {
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', all], {
      cwd: root,
      stdio: 'inherit',
    });
    const wanted = new Set(['index.d.ts']);
    for (const file of wanted) {
      const text = readFileSync(join(all, file), 'utf8').replace(/(['"])(\.[^'"]+)\.ts\1/g, (_, quote, path) => {
        wanted.add(join(dirname(file), `${path}.d.ts`));
        return `${quote}${path}.js${quote}`;
      });
      mkdirSync(dirname(join(dist, file)), { recursive: true });
      writeFileSync(join(dist, file), text);
    }
  } finally {
    rmSync(all, { recursive: true, force: true });
  }
}
