import { hash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareArticles } from '../../src/compare.ts';
import type { Result } from '../../src/model/result.ts';
import { findDuplicates } from '../../src/pipeline.ts';
import { ISLANDS, type PageData, type PageEvidence, type PageText } from '../../src/report/html/pageData.ts';
import { htmlComparisonPieces, htmlReportPieces } from '../../src/report/html.ts';
import { scratch } from '../scratch.ts';

const cwd = resolve(import.meta.dirname, '../..');
const tool = { name: 'dedupe', version: '1.2.3' };
const pageOf = (result: Result) => [...htmlReportPieces(result, tool)].join('');
const fixtures = await findDuplicates('fixtures', { cwd, explore: true });
const page = pageOf(fixtures);

/** The data of an island, as the page's program reads it. */
function island<T>(html: string, id: string): T {
  const [, text] = new RegExp(`<script type="application/json" id="${id}">(.*?)</script>`).exec(html) ?? [];
  return JSON.parse(text as string) as T;
}

describe('the page', () => {
  it('is one document that asks for nothing: no address but its own icon', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(page).toMatch(/<\/html>\n$/);
    const markup = page.replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/g, '');
    expect(Array.from(markup.matchAll(/(?:src|href|action)="([^"]*)"/g), ([, to]) => to?.slice(0, 5)).sort()).toEqual([
      '#main',
      'data:',
    ]);
    expect(markup).not.toMatch(/ on\w+=| style=/);
  });

  it('has a policy that lets its own program and style sheet run, by their hashes, and nothing else', () => {
    const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    const of = (text: string | undefined) => `sha256-${hash('sha256', text as string, 'base64')}`;
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1];
    const program = /<script>([\s\S]*?)<\/script>\n<\/body>/.exec(page)?.[1];
    expect(style).toContain('color-scheme:light dark');
    expect(policy?.replaceAll('&#39;', "'")).toBe(
      `default-src 'none'; script-src '${of(program)}'; style-src '${of(style)}'; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
    );
  });

  it('is small for a small folder', async () => {
    const small = await findDuplicates('fixtures/rewrite.defence-pact', { cwd, explore: true });
    expect(Buffer.byteLength(pageOf(small))).toBeLessThan(100_000);
  });

  it('says the same whenever it is made', async () => {
    expect(pageOf(await findDuplicates('fixtures', { cwd, explore: true }))).toBe(page);
  });

  it('holds the scores, the texts and the evidence of each match, spans in place of quotations', () => {
    const data = island<PageData>(page, ISLANDS.page);
    const at = (path: string) => data.articles.findIndex(([own]) => own === path);
    const [a, b] = ['harbour-courier', 'meridian-post'].map((name) =>
      at(`fixtures/rewrite.defence-pact/${name}.txt`),
    ) as [number, number];
    expect(data.pairs.find((pair) => pair[0] === a && pair[1] === b)?.[4]).toBeCloseTo(0.9, 1);
    const evidence = island<PageEvidence & { kind: 'rewrite' }>(page, ISLANDS.evidence(a, b));
    const texts = [a, b].map((article) => island<PageText>(page, ISLANDS.text(article)).text) as [string, string];
    const match = fixtures.matches.find((each) => each.a === data.articles[a]?.[0]);
    const aligned = match?.evidence.kind === 'rewrite' ? match.evidence.aligned : [];
    expect(aligned.length).toBeGreaterThan(5);
    expect(
      evidence.aligned.map(([inA, inB]) => [inA, inB].map((spans, i) => spans.map((span) => texts[i]?.slice(...span)))),
    ).toEqual(aligned.map((pair) => [pair.a, pair.b].map((passages) => passages.map(({ text }) => text))));
  });

  it('lists what was skipped, with its reason', () => {
    const { skipped } = island<PageData>(page, ISLANDS.page);
    expect(skipped.length).toBe(fixtures.skipped.length);
    expect(skipped[0]?.[1]).toMatch(/too short: \d+ words/);
  });

  it('leaves text to be text, whatever it says', async () => {
    const hostile = `</script><script>alert(1)</script><!--<script> ${'The flood wall of Wexmoor will not be ready. '.repeat(9)}`;
    const folder = scratch({ 'a<img src=x onerror=alert(1)>.txt': hostile, 'b\'"&amp;.txt': `${hostile} Really.` });
    const html = pageOf(await findDuplicates('.', { cwd: folder, explore: true }));
    expect(html.match(/<\/script>/g)?.length).toBe(html.match(/<script\b/g)?.length);
    expect(html).not.toMatch(/<img|<script>alert|<!--/);
    const { articles } = island<PageData>(html, ISLANDS.page);
    expect(articles.map(([path]) => path)).toEqual(['a<img src=x onerror=alert(1)>.txt', 'b\'"&amp;.txt']);
    expect(island<PageText>(html, ISLANDS.text(0)).text).toContain('</script><script>alert(1)</script><!--<script>');
  });

  it('is made of explored results only', async () => {
    const { exploration, ...plain } = fixtures;
    expect(() => pageOf(plain)).toThrow('explore');
  });
});

describe('the page of a comparison', () => {
  const of = async (a: string, b: string) => {
    const comparison = await compareArticles(`fixtures/${a}`, `fixtures/${b}`, { cwd, explore: true });
    return [...htmlComparisonPieces(comparison, tool)].join('');
  };

  it('holds both texts and the evidence of a match', async () => {
    const html = await of('near-copy.edited-report/first-edition.txt', 'near-copy.edited-report/late-edition.txt');
    expect(island<PageData>(html, ISLANDS.page)).toMatchObject({
      kind: 'comparison',
      shortfalls: [],
      relations: ['near-copy'],
    });
    expect(island<PageEvidence>(html, ISLANDS.evidence(0, 1)).kind).toBe('near-copy');
    expect(island<PageText>(html, ISLANDS.text(1)).sentences.length).toBeGreaterThan(5);
  });

  it('says of what is no match why', async () => {
    const html = await of(
      `distinct.two-phones/${readdirSync(resolve(cwd, 'fixtures/distinct.two-phones'))[0]}`,
      'distinct.two-recipes/leek-tart.md',
    );
    expect(island<PageData>(html, ISLANDS.page).shortfalls.join(' ')).toContain('Not a near-copy');
  });
});
