import fc from 'fast-check';
import type { Result } from '../../src/model/result.ts';
import { newsroom } from './newsroom.ts';

/** Signs that some format gives a meaning to, each alone and in the company in which it means something. */
const SIGNS = [
  ']]>',
  '<!--',
  '-->',
  '</script>',
  '<img src=x onerror=alert(1)>',
  '</code></details>',
  '&amp;',
  '&#x0;',
  '::error file=a::b',
  '::',
  '%0A',
  '%',
  '|',
  '\\|',
  '`',
  '```',
  '````diff',
  '~~~',
  '\n\n# Heading\n\n',
  '\r\n',
  '\t',
  '\u0000',
  '\u001b[31m',
  '\u0085',
  '\u2028',
  '\ud800',
  '\udfff',
  '\ufffe',
  '\uffff',
  '\u202e',
  '😀',
  '@octocat',
  'a@b.example',
  '#1',
  'https://evil.example/',
  'www.evil.example',
  '[link](https://evil.example)',
  '![image](https://evil.example/x.png)',
  '[x](0)',
  '{0}',
  '*bold*',
  '_',
  '\\',
  '"',
  "'",
  '=1+1',
  '-1',
  '+1',
  ',',
  ';',
  ':',
  '/',
  '../',
  '.jsonl#',
  '::error::',
  '\u200c:',
  '##[error]',
  '##vso[task.x]',
  '##',
  '[add-mask]',
  ' ',
];

/** Texts of such signs and of any other characters. */
const text: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...SIGNS), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 8 })
  .map((parts) => parts.join(''));

/** Every text of a value replaced: passages, paths, titles, details; offsets and all else are left as they are. */
export function reworded<T>(value: T, word: (text: string) => string): T {
  const wordable = new Set(['text', 'path', 'a', 'b', 'title', 'representative', 'detail']);
  return JSON.parse(JSON.stringify(value), (key, inner) => {
    if (key === 'sharedTerms') return inner.map(word);
    return typeof inner === 'string' && wordable.has(key) ? word(inner) : inner;
  });
}

/** Results in which the texts, paths and titles of articles are anything at all; what was one path stays one path. */
export const hostileResults: fc.Arbitrary<Result> = fc.array(text, { minLength: 1, maxLength: 8 }).map((texts) => {
  const words = new Map<string, string>();
  return reworded(newsroom, (old) => {
    const word = words.get(old) ?? `${texts[words.size % texts.length]}${words.size}`;
    words.set(old, word);
    return word;
  });
});
