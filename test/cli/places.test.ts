import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from '../repository.ts';
import { scratch } from '../scratch.ts';
import { play } from './stage.ts';
import { story } from './story.ts';

const files = {
  'articles/a b.md': story('baker'),
  'articles/c.md': story('baker'),
  'articles/broken.md': `${story('miller')}\0`,
};

/** The files that the findings point at, in a format. */
async function places(cwd: string, format: string, found: RegExp, ...paths: string[]): Promise<string[]> {
  const { code, stdout, stderr } = await play(cwd, ['-f', format, '--', ...paths]);
  if (code !== 0) throw new Error(stderr);
  return [...new Set([...stdout.matchAll(found)].map(([, path]) => path as string))].sort();
}

const FORMATS = [
  ['github', /^::warning file=([^,]*)/gm],
  ['gitlab', /"path":"([^"]*)"/g],
  ['sarif', /"uri":"([^"]*)"/g],
] as const;

describe('the files that findings point at', () => {
  it('are named from the top of the repository, wherever in it the command runs', async () => {
    const { folder } = repository(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [`my site/${name}`, text])),
    );
    for (const [format, found] of FORMATS) {
      const within = await places(join(folder, 'my site'), format, found, 'articles');
      expect(within).toContain(`${format === 'sarif' ? 'my%20site' : 'my site'}/articles/broken.md`);
      expect(within).toContain(`${format === 'sarif' ? 'my%20site' : 'my site'}/articles/c.md`);
      expect(within).toEqual(await places(folder, format, found, 'my site/articles'));
      expect(within).toEqual(await places(join(folder, 'my site/articles'), format, found, '../articles'));
    }
  });

  it('are named from the working directory where there is no repository', async () => {
    const cwd = scratch(files);
    for (const [format, found] of FORMATS) expect(await places(cwd, format, found, '.')).toContain('articles/c.md');
  });
});
