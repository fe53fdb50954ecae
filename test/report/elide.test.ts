import { describe, expect, it } from 'vitest';
import { ends, head, tail, tellApart } from '../../src/report/elide.ts';
import { shortPath } from '../../src/report/terminal/shortPath.ts';

describe('shortening', () => {
  it('leaves what fits as it is', () => {
    for (const shorten of [head, tail, ends, shortPath]) expect(shorten('one two', 7)).toBe('one two');
  });

  it('cuts at blanks where one is near, else anywhere', () => {
    expect(head('one two three four', 12)).toBe('one two …');
    expect(tail('one two three four', 12)).toBe('… three four');
    expect(ends('one two three four five six', 16)).toBe('one two … five six');
    expect(head('xxxxxxxxxxxxxxxx', 4)).toBe('xxxx …');
  });

  it('never leaves half a character', () => {
    expect(head('😀😀😀😀', 3)).toBe('😀 …');
    expect(tail('😀😀😀😀', 3)).toBe('… 😀');
  });

  it('keeps the end of a path, by columns', () => {
    expect(shortPath('archive/2024/story.txt', 12)).toBe('…4/story.txt');
    expect(shortPath('文章/大桥.txt', 9)).toBe('…大桥.txt');
  });

  it('tells paths apart by as few folders as that takes', () => {
    expect(tellApart('wire/a.txt', 'site/b.txt')).toEqual({ a: 'a.txt', b: 'b.txt' });
    expect(tellApart('x/wire/a.txt', 'x/site/a.txt')).toEqual({ a: 'wire/a.txt', b: 'site/a.txt' });
    expect(tellApart('a.txt', 'x/a.txt')).toEqual({ a: 'a.txt', b: 'x/a.txt' });
  });
});
