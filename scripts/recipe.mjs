// A code block of a page, by the name in the comment before it: `node scripts/recipe.mjs docs/ci.md github`.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** The text of the block after `<!-- recipe: name -->`. */
export function recipe(page, name) {
  const [, block] = page.split(`<!-- recipe: ${name} -->\n`);
  const text = block && /^```\w+\n(.*?)^```$/ms.exec(block)?.[1];
  if (!text) throw new Error(`There is no recipe '${name}'.`);
  return text;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [file, name] = process.argv.slice(2);
  process.stdout.write(recipe(readFileSync(file, 'utf8'), name));
}
