// Writes into README.md and docs/formats.md what the built command and the library example really print.
// Usage: npm run readme. test/readme.test.ts fails while the pages say anything else.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/** Lines of the report that are shown; the rest would fill the page. */
const SHOWN = 48;

/** Lines of a format's example, and columns of each: enough to see what it is like. */
const LINES = 14;
const COLUMNS = 160;

const run = (args) => execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
const command = (args) => run([resolve(root, 'bin/dedupe.js'), '--color', 'never', ...args]);

export function rewritten(text) {
  return withExample(withReport(withFormats(text)));
}

function withReport(text) {
  return text.replace(/<!-- report: (\S+) -->\n```text\n[\s\S]*?```/, (_, folder) => {
    const lines = command([folder]).trimEnd().split('\n');
    const cut = lines.slice(0, SHOWN);
    while (cut.at(-1) !== '') cut.pop();
    return `<!-- report: ${folder} -->\n\`\`\`text\n${cut.join('\n')}\n...\n\`\`\``;
  });
}

/** `<!-- format: csv folder -->` and what that format says of the folder, within a fence that no report has. */
function withFormats(text) {
  return text.replace(/<!-- format: (\S+) (\S+) -->\n~~~~(\S+)\n[\s\S]*?\n~~~~/g, (_, format, folder, language) => {
    const lines = command(['-f', format, folder]).trimEnd().split(/\r?\n/);
    const cut = lines.slice(0, LINES).map((line) => (line.length > COLUMNS ? `${line.slice(0, COLUMNS)} ...` : line));
    const more = lines.length > LINES ? '\n...' : '';
    return `<!-- format: ${format} ${folder} -->\n~~~~${language}\n${cut.join('\n')}${more}\n~~~~`;
  });
}

function withExample(text) {
  const code = /<!-- example -->\n```js\n([\s\S]*?)```/.exec(text)?.[1];
  if (code === undefined) return text;
  const example = code.replace("'dedupe-articles'", JSON.stringify(resolve(root, 'dist/index.js')));
  return text.replace(/\nprints\n\n```text\n[\s\S]*?```/, () => {
    return `\nprints\n\n\`\`\`text\n${run(['--input-type=module', '--eval', example])}\`\`\``;
  });
}

if (process.argv[1] === import.meta.filename)
  for (const page of ['README.md', 'docs/formats.md']) {
    const path = resolve(root, page);
    writeFileSync(path, rewritten(readFileSync(path, 'utf8')));
  }
