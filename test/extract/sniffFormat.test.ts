import { describe, expect, it } from 'vitest';
import { sniffFormat } from '../../src/extract/sniffFormat.ts';

const sniff = (text: string) => sniffFormat(new TextEncoder().encode(text));

describe('the format of an article without a name', () => {
  it('is HTML if it begins with a doctype or the root element, after a byte order mark and space', async () => {
    for (const page of ['<!doctype html>', '<!DOCTYPE HTML PUBLIC "-//W3C">', '\ufeff\n  <html lang="en">', '<HTML>']) {
      expect(await sniff(`${page}<p>Ferries call again.`), page).toBe('html');
    }
  });

  it('is Markdown if it begins with a line that opens front matter', async () => {
    for (const fence of ['---\n', '+++\r\n', '\ufeff--- \n']) {
      expect(await sniff(`${fence}title: Ferries\n`), fence).toBe('markdown');
    }
  });

  it('is plain text else', async () => {
    for (const text of [
      '',
      'Ferries.',
      '<htmlish>',
      '<p>Ferries',
      '---- cut here\n',
      '--- Ferries\n',
      '+++',
      'An <html> tag',
    ]) {
      expect(await sniff(text), text).toBe('text');
    }
    expect(await sniffFormat(Uint8Array.of(0, 1, 2, 0, 255))).toBe('text');
  });

  it('is told whatever the encoding', async () => {
    expect(await sniffFormat(new Uint8Array(Buffer.from('\ufeff<html><p>Ferries', 'utf16le')))).toBe('html');
  });
});
