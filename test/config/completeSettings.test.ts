import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeSettings } from '../../src/config/completeSettings.ts';
import { DEFAULTS, RELATIONS } from '../../src/config/defaults.ts';
import type { Settings } from '../../src/config/settings.ts';
import { UsageError } from '../../src/errors.ts';

const CWD = process.cwd();

function complaint(settings: Record<string, unknown>): string {
  try {
    completeSettings(settings as Settings, CWD);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as Error).message;
  }
  throw new Error('the settings were accepted');
}

describe('completeSettings', () => {
  it('takes the default for all that is not said, also where it is said to be undefined', () => {
    const config = completeSettings({ minWords: undefined } as unknown as Settings, CWD);
    expect(config.extract.minWords).toBe(DEFAULTS.minWords);
    expect(config.match).toMatchObject({ relations: RELATIONS, threshold: DEFAULTS.threshold });
    expect(config.collect.cwd).toBe(CWD);
  });

  it('gives each stage what the user says', () => {
    const config = completeSettings(
      { textField: 'body', idField: 'url', minWords: 5, threshold: 1, ignoreFiles: false },
      CWD,
    );
    expect(config.collect).toMatchObject({ idField: 'url', textField: 'body', ignoreFiles: false });
    expect(config.extract).toEqual({ textField: 'body', titleField: 'title', minWords: 5 });
    expect(config.match.threshold).toBe(1);
  });

  it('tries the relations in their own order, each once, however they are listed', () => {
    const relations = completeSettings({ relations: ['rewrite', 'identical', 'rewrite'] }, CWD).match.relations;
    expect(relations).toEqual(['identical', 'rewrite']);
  });

  it('accepts a threshold exactly if it lies above 0 and at most at 1', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 2 }), (threshold) => {
        const accepted = threshold > 0 && threshold <= 1;
        if (accepted) expect(completeSettings({ threshold }, CWD).match.threshold).toBe(threshold);
        else expect(complaint({ threshold })).toContain('threshold must be a number above 0 and at most 1');
      }),
    );
  });

  it('names every problem at once', () => {
    const message = complaint({ threshold: 7, minWords: 0.5, relations: ['identical', 'near-cpoy'], tresh: 1 });
    expect(message.split('\n')).toEqual([
      'threshold must be a number above 0 and at most 1, not 7.',
      'minWords must be a whole number from 1, not 0.5.',
      "relations[1] must be identical, near-copy, excerpt or rewrite, not 'near-cpoy'. Did you mean 'near-copy'?",
      expect.stringMatching(/^There is no setting 'tresh'\. There are include, exclude, .*, stdin\.$/),
    ]);
  });

  it.each([
    [{ relations: [] }, 'an empty list'],
    [{ relations: 'rewrite' }, "'rewrite'"],
    [{ textField: '' }, 'empty'],
    [{ include: [3] }, 'include[0] must be a glob, not 3'],
    [{ maxBytes: Number.NaN }, 'NaN'],
    [{ toString: 1 }, "no setting 'toString'"],
    [{ format: ['json'] }, "no setting 'format'"],
    [{ onProgress: 1 }, 'onProgress must be a function'],
  ])('refuses %j', (settings, part) => {
    expect(complaint(settings)).toContain(part);
  });
});
