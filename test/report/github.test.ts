import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/model/result.ts';
import { clean } from '../../src/report/clean.ts';
import { findingsIn, findingsOfPair } from '../../src/report/findings.ts';
import { github } from '../../src/report/github.ts';
import { hostileResults } from './hostile.ts';
import { manyClusters } from './many.ts';
import { newsroom, noMatch } from './newsroom.ts';
import { resultOf } from './sample.ts';

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** A line as GitHub's runner reads it: `ActionCommand.TryParseV2` of actions/runner; null if it is no command. */
function runnerReads(line: string): Command | null {
  const message = line.trimStart();
  if (!message.startsWith('::')) return null;
  const end = message.indexOf('::', 2);
  if (end < 0) return null;
  const info = message.slice(2, end);
  const space = info.indexOf(' ');
  const pairs =
    space < 0
      ? []
      : info
          .slice(space + 1)
          .trim()
          .split(',')
          .filter((pair) => pair !== '');
  const properties = pairs.map((pair) => {
    const equals = pair.indexOf('=');
    return [
      pair.slice(0, equals),
      unescaped(pair.slice(equals + 1), ['%0D', '\r'], ['%0A', '\n'], ['%3A', ':'], ['%2C', ',']),
    ];
  });
  return {
    name: space < 0 ? info : info.slice(0, space),
    properties: Object.fromEntries(properties),
    data: unescaped(message.slice(end + 2), ['%0D', '\r'], ['%0A', '\n']),
  };
}

function unescaped(text: string, ...mappings: readonly (readonly [string, string])[]): string {
  return [...mappings, ['%25', '%'] as const].reduce((all, [from, to]) => all.replaceAll(from, to), text);
}

const lines = (result: Result) => [...github(findingsIn(result))].join('').split('\n').slice(0, -1);

describe('the annotations for GitHub', () => {
  const commands = lines(newsroom).map(runnerReads) as Command[];
  const about = (file: string) => commands.filter(({ properties }) => properties.file === file);

  it('are warnings at the lines of the article to look at, with passages of both', () => {
    const [excerpt] = about('wire/lynx.txt');
    expect(excerpt?.name).toBe('warning');
    expect(excerpt?.properties).toEqual({ file: 'wire/lynx.txt', line: '3', endLine: '3', title: 'Excerpt' });
    expect(excerpt?.data.split('\n')).toEqual([
      '78 % of this article is in site/week-in-brief.md, 66 words in a row.',
      expect.stringMatching(/^wire\/lynx\.txt:3: A lynx that was seen twice .* …$/),
      expect.stringMatching(/^site\/week-in-brief\.md:5: A lynx that was seen twice .* …$/),
    ]);
  });

  it('begin at line 1 for identical articles', () => {
    const [copy] = about('archive/bridge-copy.txt');
    expect(copy?.properties.line).toBe('1');
    expect(copy?.data).toBe('The same bytes as wire/harbour-bridge.txt.\nSee wire/harbour-bridge.txt:1.');
  });

  it('are notices for template siblings, and warnings for what could not be read', () => {
    expect(commands.filter(({ name }) => name === 'notice').map(({ properties }) => properties.title)).toEqual([
      'Template',
    ]);
    expect(about('wire/logo.txt')[0]).toMatchObject({ name: 'warning', data: expect.stringContaining('binary') });
    expect(about('wire/flash.txt')).toEqual([]);
  });

  it('are none where there is nothing', () => {
    expect(lines(resultOf([], []))).toEqual([]);
    expect([...github(findingsOfPair(noMatch))]).toEqual([]);
  });

  it('say so when GitHub will not show all of them', () => {
    expect(lines(manyClusters(10)).at(-1)).toMatch(/^::warning/);
    expect(lines(manyClusters(11)).at(-1)).toBe(
      '::notice::11 warnings; GitHub shows 10 of them here, the log has all.',
    );
  });

  it('are read by the runner as they were meant, whatever the texts: a line each, and nothing of an article acts', () => {
    fc.assert(
      fc.property(hostileResults, (result) => {
        const found = findingsIn(result);
        const written = lines(result);
        for (const [i, { match }] of found.findings.entries()) {
          const command = runnerReads(written[i] as string);
          expect(Object.keys(command?.properties ?? {})).toEqual(['file', 'line', 'endLine', 'title']);
          expect(['warning', 'notice']).toContain(command?.name);
          expect(command?.data).toContain(clean(match.b));
        }
        for (const line of written) expect(line).toMatch(/^::(warning|notice)( |::)/);
      }),
      { numRuns: 60 },
    );
  });
});
