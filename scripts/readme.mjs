// Writes into README.md what the built command and the library example really print. Usage: npm run readme
// test/readme.test.ts fails while README.md says anything else.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const readme = resolve(root, 'README.md');

/** Lines of the report that are shown; the rest would fill the page. */
const SHOWN = 48;

export function rewritten(text) {
  const run = (args) => execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  const code = /<!-- example -->\n```js\n([\s\S]*?)```/.exec(text)[1];
  const library = resolve(root, 'dist/index.js');
  const example = code.replace("'dedupe-articles'", JSON.stringify(library));
  return text
    .replace(/<!-- report: (\S+) -->\n```text\n[\s\S]*?```/, (_, folder) => {
      const lines = run([resolve(root, 'bin/dedupe.js'), '--color', 'never', folder])
        .trimEnd()
        .split('\n');
      const cut = lines.slice(0, SHOWN);
      while (cut.at(-1) !== '') cut.pop();
      return `<!-- report: ${folder} -->\n\`\`\`text\n${cut.join('\n')}\n...\n\`\`\``;
    })
    .replace(/\nprints\n\n```text\n[\s\S]*?```/, () => {
      return `\nprints\n\n\`\`\`text\n${run(['--input-type=module', '--eval', example])}\`\`\``;
    });
}

if (process.argv[1] === import.meta.filename) writeFileSync(readme, rewritten(readFileSync(readme, 'utf8')));
