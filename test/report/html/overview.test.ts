import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../src/config/settings.ts';
import { findDuplicates } from '../../../src/pipeline.ts';
import { makeFinder } from '../../../src/report/html/client/found.ts';
import { entriesOf, type Filter, listed } from '../../../src/report/html/client/listing.ts';
import { layMap, type Place } from '../../../src/report/html/client/mapLayout.ts';
import { codeOf, visible } from '../../../src/report/html/client/visible.ts';
import type { PageData } from '../../../src/report/html/pageData.ts';
import { htmlReportPieces } from '../../../src/report/html.ts';
import { scratch } from '../../scratch.ts';

const cwd = resolve(import.meta.dirname, '../../..');

async function scan(settings: Settings = {}, path = 'fixtures') {
  const result = await findDuplicates(path, { cwd, explore: true, ...settings });
  const html = [...htmlReportPieces(result, { name: 'dedupe', version: '1' })].join('');
  const data = JSON.parse(/id="page">(.*?)<\/script>/.exec(html)?.[1] as string) as PageData;
  return { result, data };
}

const { result, data } = await scan();
const pathOf = (article: number) => data.articles[article]?.[0] as string;

/** Time for two scans on a busy machine. */
const SCANS = 30_000;

describe('the page clusters', () => {
  it.each([
    [0.4, 0.6],
    [0.2, 0.3],
    [0.7, 0.9],
  ])(
    'as a scan at the same thresholds does: near-copy %d, rewrite %d',
    async (threshold, rewriteThreshold) => {
      const scanned = await scan({ threshold, rewriteThreshold });
      const found = makeFinder(data)({ ...data.thresholds, 'near-copy': threshold, rewrite: rewriteThreshold });
      const ofPage = found.clusters.map(({ representative, members, template }) => [
        pathOf(representative),
        template,
        members.map(({ article, relation }) => [pathOf(article), relation]),
      ]);
      expect(ofPage).toEqual(
        scanned.result.clusters.map(({ representative, members, template }) => [
          representative,
          template ?? false,
          members.map(({ path, relation }) => [path, relation]),
        ]),
      );
      expect(found.matches.filter(({ bridge }) => bridge).length).toBe(scanned.result.summary.bridges);
      expect(found.duplicates).toBe(scanned.result.summary.duplicates);
    },
    SCANS,
  );
});

describe('the page of a restricted run', () => {
  const STORY =
    'The flood wall of Wexmoor will not be ready before the winter, the river authority said on Monday, for ';
  const OTHER = 'divers found that the ground below two of its nine sections is softer than the survey had suggested. ';

  /** What the page clusters, and what the scan did. */
  async function both(settings: Settings, threshold?: number) {
    const files = {
      'a.txt': STORY + OTHER,
      'b.txt': STORY + OTHER,
      'c.md': STORY + OTHER,
      'd.txt': `${STORY + OTHER} Then it rained.`,
      'e.txt': (STORY + OTHER).replace(' had suggested', ''),
    };
    const cwd = scratch(files);
    const { data } = await scan({ cwd, ...settings }, '.');
    const at = threshold ?? data.thresholds['near-copy'];
    const { result } = await scan({ cwd, ...settings, threshold: at }, '.');
    const found = makeFinder(data)({ ...data.thresholds, 'near-copy': at });
    const path = (article: number) => data.articles[article]?.[0];
    return {
      scanned: result.clusters.map((cluster) => [cluster.representative, cluster.members.map((member) => member.path)]),
      clustered: found.clusters.map((cluster) => [
        path(cluster.representative),
        cluster.members.map(({ article }) => path(article)),
      ]),
    };
  }

  it('clusters what is not suppressed, also where some of several identical articles are', async () => {
    const ignorePairs = [
      { paths: ['a.txt', 'd.txt'], reason: 'the update' },
      { paths: ['a.txt', 'b.txt'], reason: 'a copy' },
    ];
    const { scanned, clustered } = await both({ ignorePairs });
    expect(scanned.length).toBeGreaterThan(0);
    expect(clustered).toEqual(scanned);
  });

  it('lets the articles that the run is about represent their clusters', async () => {
    const { scanned, clustered } = await both({ changed: { since: 'HEAD', holds: (file) => file === 'e.txt' } });
    expect(scanned[0]?.[0]).toBe('e.txt');
    expect(clustered).toEqual(scanned);
  });

  it.each([0.25, 0.7])('does so also where the threshold was moved to %d', async (threshold) => {
    const holds = (file: string) => file === 'e.txt' || file === 'b.txt';
    const { scanned, clustered } = await both({ changed: { since: 'HEAD', holds } }, threshold);
    expect(scanned.length).toBeGreaterThan(0);
    expect(clustered).toEqual(scanned);
  });
});

describe('the list', () => {
  const all = entriesOf(makeFinder(data)(data.thresholds));
  const filter: Filter = { text: '', kinds: new Set(), least: 0, most: 1, sort: 'size' };
  const shown = (change: Partial<Filter>) => listed(all, data, { ...filter, ...change });

  it('has every cluster, template group, excerpt and bridge', () => {
    const { clusters, templates, excerpts, bridges } = result.summary;
    expect(shown({}).length).toBe(clusters + templates + excerpts + bridges);
  });

  it('is searched by all the words of a query, in titles and paths', () => {
    expect(
      shown({ text: 'PACT meridian' }).map((entry) => 'cluster' in entry && pathOf(entry.cluster.representative)),
    ).toEqual(['fixtures/rewrite.defence-pact/harbour-courier.txt']);
    expect(shown({ text: 'pact meridian zebra' })).toEqual([]);
  });

  it('is narrowed by relation and by score', () => {
    const rewrites = shown({ kinds: new Set(['rewrite']) });
    expect(rewrites.length).toBe(result.matches.filter(({ relation }) => relation === 'rewrite').length);
    const sure = shown({ kinds: new Set(['rewrite']), least: 0.95 });
    expect(sure.length).toBeGreaterThan(0);
    expect(sure.length).toBeLessThan(rewrites.length);
    expect(sure.every(({ traits }) => traits.some(({ score }) => score >= 0.95))).toBe(true);
  });

  it('is narrowed to entries of which one match fits all: the relation, the score, and being new', () => {
    const trait = (kind: 'identical' | 'near-copy', score: number, isNew: boolean) => ({ kind, score, isNew });
    const pair = {
      a: 0,
      b: 1,
      relation: 'near-copy',
      score: 0.5,
      template: false,
      bridge: false,
      known: false,
    } as const;
    const entry = { pair, score: 0.56, traits: [trait('identical', 1, false), trait('near-copy', 0.56, true)] };
    const isShown = (change: Partial<Filter>) => listed([entry], data, { ...filter, ...change }).length === 1;
    expect(isShown({ kinds: new Set(['near-copy']) })).toBe(true);
    expect(isShown({ least: 0.9 })).toBe(true);
    expect(isShown({ kinds: new Set(['near-copy']), least: 0.9 })).toBe(false);
    expect(isShown({ kinds: new Set(['near-copy', 'identical']), least: 0.9 })).toBe(true);
    expect(isShown({ kinds: new Set(['new']) })).toBe(true);
    expect(isShown({ kinds: new Set(['new']), least: 0.9 })).toBe(false);
    expect(isShown({ kinds: new Set(['new', 'identical']) })).toBe(false);
  });

  it('is sorted as asked', () => {
    const scores = shown({ sort: 'unsure' }).map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((x, y) => x - y));
    expect(shown({ sort: 'sure' }).map(({ score }) => score)).toEqual([...scores].reverse());
  });
});

describe('the map', () => {
  const maps = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 300 });

  it('lays discs within its width, none over another', () => {
    fc.assert(
      fc.property(maps, fc.integer({ min: 280, max: 900 }), (sizes, width) => {
        const { places, height } = layMap(
          sizes.map((size) => ({ size })),
          [],
          width,
          300,
        );
        for (const [i, { x, y, r }] of places.entries()) {
          expect(x - r).toBeGreaterThanOrEqual(0);
          expect(x + r).toBeLessThanOrEqual(width);
          expect(y + r).toBeLessThanOrEqual(height);
          for (const other of places.slice(i + 1)) {
            expect(Math.hypot(x - other.x, y - other.y)).toBeGreaterThan(r + other.r);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('keeps linked groups together', () => {
    const sizes = Array.from({ length: 40 }, () => ({ size: 2 }));
    const { places } = layMap(sizes, [[3, 37]], 600, 300);
    const from3 = ({ x, y }: Place): number => Math.hypot(x - (places[3] as Place).x, y - (places[3] as Place).y);
    const nearest = places.filter((_, i) => i !== 3).map(from3);
    expect(from3(places[37] as Place)).toBe(Math.min(...nearest));
  });
});

describe('control characters', () => {
  it('are spelt out', () => {
    expect(visible('a\u202eb\u0007\u200b')).toBe('a[U+202E]b[U+0007][U+200B]');
    expect(codeOf('\u001b')).toBe('U+001B');
    expect(visible('Zürich\tשלום 👩‍👩‍👧')).toBe('Zürich\tשלום 👩‍👩‍👧');
  });
});
