import { describe, expect, it } from 'vitest';
import { readRecord } from '../../src/extract/record.ts';

describe('a record', () => {
  it('gives its text, title, date and language', () => {
    const line = JSON.stringify({ body: 'Text.', headline: ' A  title ', date: '2024-05-01', lang: 'fr' });
    expect(readRecord(line, 'body', 'headline')).toEqual({
      text: 'Text.',
      metadata: { title: 'A title', date: '2024-05-01', language: 'fr' },
    });
  });

  it('is named bad, with what is wrong, without its text', () => {
    expect(readRecord('{"a": 1, "b": 2}', 'text', 'title')).toEqual({ problem: 'no field "text"; fields found: a, b' });
    expect(readRecord('{"text": 5}', 'text', 'title')).toEqual({
      problem: 'field "text" is no string; fields found: text',
    });
    expect(readRecord('{}', 'text', 'title')).toEqual({ problem: 'no field "text"; fields found: none' });
    expect(readRecord('["text"]', 'text', 'title')).toEqual({ problem: 'no JSON object' });
    expect(readRecord('null', 'text', 'title')).toEqual({ problem: 'no JSON object' });
    expect(readRecord('{"text": "cut o', 'text', 'title')).toMatchObject({
      problem: expect.stringContaining('no JSON'),
    });
  });

  it('has no field by inheritance', () => {
    expect(readRecord('{"a": "b"}', 'constructor', 'toString')).toMatchObject({ problem: expect.any(String) });
    expect(readRecord('{"__proto__": "b"}', '__proto__', 'title')).toMatchObject({ text: 'b' });
  });
});
