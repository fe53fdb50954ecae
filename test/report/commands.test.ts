import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REPORTERS } from '../../src/cli/reporters.ts';
import type { FormatName } from '../../src/config/formats.ts';
import { clean } from '../../src/report/clean.ts';
import { jsonWithoutCommands, withoutCommands } from '../../src/report/commands.ts';
import { hostileResults } from './hostile.ts';

const style = { width: 80, color: false, detail: 'full', verbose: true, explain: true } as const;

/** As the runner reads a line: blanks before it and signs that can't be seen don't count. */
const seen = (text: string): string => text.replace(/[\p{Cf}\p{Mn}]/gu, '');
const isCommand = (line: string): boolean => seen(line).trimStart().startsWith('::');
const isOldCommand = (line: string): boolean => /##(?:vso)?\[/i.test(seen(line));

describe('no article can command the runner of a CI job', () => {
  it.each(Object.keys(REPORTERS).filter((name) => name !== 'html') as FormatName[])('through %s', async (name) => {
    const reporter = await REPORTERS[name]('');
    fc.assert(
      fc.property(hostileResults, (result) => {
        const lines = [...reporter.result(result, style)].join('').split(/\r\n|\r|\n/);
        // A line of this one is a command, and all of it is read as that one.
        const others = name === 'github' ? lines.filter((line) => !/^::(?:warning|notice) /.test(line)) : lines;
        expect(others.filter((line) => isCommand(line) || isOldCommand(line))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('also where signs that nobody sees stand between', () => {
    expect(clean('#\u200c#\u0301[error]')).toBe('#\u200c#\u0301 [error]');
    expect(withoutCommands(' \u200d:\u200d:error::')).toBe(' \u200d\u2236\u200d:error::');
  });

  it('what is no command stays as it is', () => {
    for (const text of ['a::b', 'std::vector', '## [1.0] - 2026', '#[x]', ': :']) {
      expect([clean(text), withoutCommands(text)]).toEqual([text, text]);
    }
  });

  it('JSON means the same', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('##', '[', 'vso', '\\', '"', 'x')), (parts) => {
        const text = parts.join('');
        expect(JSON.parse(jsonWithoutCommands(JSON.stringify(text)))).toBe(text);
      }),
    );
  });

  it('however many blanks there are, in time that grows with them', () => {
    const blanks = '\n '.repeat(200_000);
    expect(withoutCommands(`${blanks}::x`)).toBe(`${blanks}\u2236:x`);
  });
});
