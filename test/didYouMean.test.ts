import { describe, expect, it } from 'vitest';
import { didYouMean } from '../src/didYouMean.ts';

describe('didYouMean', () => {
  it('suggests the nearest candidate to a slip', () => {
    expect(didYouMean('artcles', ['articles', 'archive'])).toBe(" Did you mean 'articles'?");
  });
  it('says nothing if all are far, or there are none', () => {
    expect(didYouMean('notes', ['articles', 'archive'])).toBe('');
    expect(didYouMean('notes', [])).toBe('');
  });
});
