import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const LICENSE_FILE = /^(licen[cs]e|copying|notice)([.-].*)?$/i;

/**
 * The licence texts of the packages that bundled files come from, as the packages themselves bring them; where one
 * brings no such file, what its manifest says. Sorted by name, each text under its package's name and version.
 *
 * @param {string[]} inputs paths of the bundled files, relative to `root`
 * @param {string} root
 * @returns {string}
 */
export function licensesOf(inputs, root) {
  const folders = inputs.map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]);
  const packages = [...new Set(folders.filter((folder) => folder !== undefined))].sort();
  const texts = packages.map((folder) => licenseOf(join(root, folder)));
  const intro = 'dedupe-articles bundles the packages below. Each remains under its own licence.\n';
  return [intro, ...texts].join(`\n${'-'.repeat(80)}\n\n`);
}

function licenseOf(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder)
    .filter((name) => LICENSE_FILE.test(name))
    .sort();
  const texts = files.map((name) => readFileSync(join(folder, name), 'utf8').trim());
  const author = typeof manifest.author === 'object' ? manifest.author.name : manifest.author;
  if (texts.length === 0) texts.push(`Licence: ${manifest.license}${author ? `\nAuthor: ${author}` : ''}`);
  return `${manifest.name} ${manifest.version}\n\n${texts.join('\n\n')}\n`;
}
