import type { SetAside, Skip } from '../../src/model/article.ts';
import type { Cluster, Comparison, ExplainedMatch } from '../../src/model/match.ts';
import type { Result } from '../../src/model/result.ts';
import { alike, answers, edited, fact, quote, resultOf, type Sample, wordCount } from './sample.ts';

/** A small newsroom's folder: every relation, every kind of evidence, skips and set-aside lines. */

// The site's article comes first in path order; the wire's, which is longer, represents the cluster.
const bridge = edited('site/news/harbour-bridge.md', 'wire/harbour-bridge.txt', [
  'Harbour bridge to close for [-thirteen-]{+eleven+} weeks',
  'The harbour bridge in Calder Quay will close to all traffic on [-Tuesday-]{+Monday+} while engineers replace its bearings, the port authority said. The work was put off twice last year because steel was late, and drivers will be sent round by the tunnel, where the toll is lifted until the bridge is open again. It is expected to take [-thirteen-]{+eleven+} weeks and to cost [-3.4 million-]{+3.2 million+} crowns.',
  'Some 18,000 vehicles use the crossing on a working day. A footbridge on pontoons is to carry walkers and cyclists from the second week on, weather permitting.',
  'Shopkeepers on the east bank said that they had not been asked. “We learnt it from the radio,” said Ines Aldous, who runs a bakery beside the north ramp. “The summer is when we earn the winter.”',
  '[-The city council is to debate help for the shops on Thursday.-]',
  'Buses 4 and 11 end at the market square in the meantime. A night ferry, last run during the flood, returns on Fridays and Saturdays.',
  '{+The port authority was not available for questions on Sunday evening.+}',
  'The bridge was built in 1961 and carries two lanes each way. Its bearings were last looked at by divers [-ten-]{+nine+} years ago.',
]);

const bridgeMatch: ExplainedMatch = {
  a: bridge.a.path,
  b: bridge.b.path,
  relation: 'near-copy',
  score: 0.8312345,
  similarity: alike(0.8312345),
  evidence: {
    kind: 'near-copy',
    coarse: false,
    diff: bridge.diff,
    facts: [
      fact('number', [bridge.a, 'thirteen'], [bridge.b, 'eleven']),
      fact('number', [bridge.a, '3.4 million'], [bridge.b, '3.2 million']),
      fact('number', [bridge.a, 'ten'], [bridge.b, 'nine']),
      fact('date', [bridge.a, 'Tuesday'], [bridge.b, 'Monday']),
      fact('date', [bridge.a, 'Thursday'], null),
    ],
  },
};

const pactWire: Sample = {
  path: 'wire/varlund-oster-pact.txt',
  text: `Varlund and Oster sign mutual defence pact

Varlund and Oster signed a mutual defence pact on Tuesday, each pledging to treat an attack on the other as an attack on itself. The accord was signed by Prime Minister Edda Raske and President Tomas Weil at the naval base of Kelm.

Under its terms the two neighbours will hold joint exercises twice a year and share radar data from 14 coastal stations. Oster will also station a frigate at Kelm from next spring.

Officials in Varlund said that the talks had taken nineteen months and nearly failed over the cost of the radar chain. The price was put at 410 million marks.

Grenmark, whose warships crossed Oster's waters in March, called the pact a provocation. Its foreign ministry said that it would answer in its own time.

Both parliaments must ratify the text before the summer recess.`,
};

const pactDesk: Sample = {
  path: 'desk/neighbours-stand-together.md',
  text: `---
title: Neighbours stand together
---

A strike against one will count as a strike against both: that is the promise of the accord which the leaders of Oster and Varlund put their names to this week. President Tomas Weil travelled to Kelm for the ceremony, where Edda Raske, the prime minister of Varlund, received him at the naval base.

It nearly came to nothing. Negotiators quarrelled for a year and a half, above all about who pays for the radar chain, which is to cost 430 million marks.

The forces of the two countries will train together every spring and autumn. What 14 radar stations along the coast see, both capitals will see. A frigate from Oster is to be based in Kelm from the spring.

The neighbours to the east were not amused. Grenmark spoke of a provocation and announced an answer "in its own time"; in March its warships had sailed through Oster's waters.

Polls show seven in ten Varlunders in favour.`,
};

const pactMatch: ExplainedMatch = {
  a: pactDesk.path,
  b: pactWire.path,
  relation: 'rewrite',
  score: 0.9734,
  similarity: alike(0.0213, 0.9734),
  evidence: {
    kind: 'rewrite',
    aligned: answers(pactDesk, pactWire, [
      [
        0.62,
        'A strike against one will count as a strike against both: that is the promise of the accord which the leaders of Oster and Varlund put their names to this week.',
        'Varlund and Oster signed a mutual defence pact on Tuesday, each pledging to treat an attack on the other as an attack on itself.',
      ],
      [
        0.78,
        'President Tomas Weil travelled to Kelm for the ceremony, where Edda Raske, the prime minister of Varlund, received him at the naval base.',
        'The accord was signed by Prime Minister Edda Raske and President Tomas Weil at the naval base of Kelm.',
      ],
      [
        0.55,
        [
          'It nearly came to nothing.',
          'Negotiators quarrelled for a year and a half, above all about who pays for the radar chain, which is to cost 430 million marks.',
        ],
        [
          'Officials in Varlund said that the talks had taken nineteen months and nearly failed over the cost of the radar chain.',
          'The price was put at 410 million marks.',
        ],
      ],
      [
        0.49,
        [
          'The forces of the two countries will train together every spring and autumn.',
          'What 14 radar stations along the coast see, both capitals will see.',
        ],
        'Under its terms the two neighbours will hold joint exercises twice a year and share radar data from 14 coastal stations.',
      ],
      [
        0.84,
        'A frigate from Oster is to be based in Kelm from the spring.',
        'Oster will also station a frigate at Kelm from next spring.',
      ],
      [
        0.81,
        'Grenmark spoke of a provocation and announced an answer "in its own time"; in March its warships had sailed through Oster\'s waters.',
        [
          "Grenmark, whose warships crossed Oster's waters in March, called the pact a provocation.",
          'Its foreign ministry said that it would answer in its own time.',
        ],
      ],
    ]),
    sharedTerms: [
      'Grenmark',
      'Varlund',
      'Oster',
      'Kelm',
      'Raske',
      'Weil',
      'frigate',
      'radar',
      'provocation',
      'warships',
    ],
    onlyA: [
      quote(pactDesk, 'Polls show seven in ten Varlunders in favour.'),
      quote(pactDesk, 'The neighbours to the east were not amused.'),
    ],
    onlyB: [quote(pactWire, 'Both parliaments must ratify the text before the summer recess.')],
    facts: [
      fact('number', [pactDesk, '430 million'], [pactWire, '410 million']),
      fact('date', null, [pactWire, 'Tuesday']),
    ],
    extends: null,
    contributions: [
      { feature: 'coverageLeast', value: 0.88, logOdds: 2.71 },
      { feature: 'leadCosine', value: 0.62, logOdds: 1.1 },
      { feature: 'numbersAnswered', value: 0.25, logOdds: -0.44 },
    ],
  },
};

const roundUp: Sample = {
  path: 'site/week-in-brief.md',
  text: `The week in Calder Quay

On Monday the fish market reopened after its roof had been repaired, and the first boats were in before five.

A lynx that was seen twice near the reservoir has been caught on a trail camera, the forest service said on Wednesday. The animal, a young male with a torn left ear, is thought to have crossed the railway from the Brenner woods. Walkers are asked to keep dogs on the lead until the end of May and to report tracks to the ranger's office.

The choir festival begins on Saturday.`,
};
const lynx: Sample = {
  path: 'wire/lynx.txt',
  text: `Lynx on camera

A lynx that was seen twice near the reservoir has been caught on a trail camera, the forest service said on Wednesday. The animal, a young male with a torn left ear, is thought to have crossed the railway from the Brenner woods. Walkers are asked to keep dogs on the lead until the end of May and to report tracks to the ranger's office.

It would be the first lynx in the county since 1904.`,
};
const lynxText = lynx.text.split('\n\n')[1] as string;

const lynxMatch: ExplainedMatch = {
  a: roundUp.path,
  b: lynx.path,
  relation: 'excerpt',
  score: 0.7831,
  similarity: { jaccard: 0.31, containmentOfA: 0.36, containmentOfB: 0.7831, rewrite: null },
  evidence: {
    kind: 'excerpt',
    holder: 'a',
    passages: [{ a: quote(roundUp, lynxText), b: quote(lynx, lynxText), words: wordCount(lynxText) }],
  },
};

const dividend = edited('wire/dividend-arlo.txt', 'wire/dividend-brix.txt', [
  '[-Arlo Mills-]{+Brix Foods+} said its board declared a quarterly dividend of [-12-]{+15+} cents a share, payable on [-May 3-]{+June 9+} to holders of record.',
]);
const dividendMatch: ExplainedMatch = {
  a: dividend.a.path,
  b: dividend.b.path,
  relation: 'near-copy',
  score: 0.41,
  similarity: alike(0.41),
  template: true,
  evidence: {
    kind: 'near-copy',
    coarse: false,
    diff: dividend.diff,
    facts: [
      fact('name', [dividend.a, 'Arlo Mills'], [dividend.b, 'Brix Foods']),
      fact('number', [dividend.a, '12'], [dividend.b, '15']),
      fact('date', [dividend.a, 'May 3'], [dividend.b, 'June 9']),
    ],
  },
};

const sameMatch = (a: string, b: string, sameBytes: boolean): ExplainedMatch => ({
  a,
  b,
  relation: 'identical',
  score: 1,
  similarity: { jaccard: 1, containmentOfA: 1, containmentOfB: 1, rewrite: null },
  evidence: { kind: 'identical', sameBytes, lineOfA: 1, lineOfB: 1 },
});

const words = { bridge: wordCount(bridge.b.text), site: wordCount(bridge.a.text) };

export const bridgeCluster: Cluster = {
  id: '6f2d1c0b9a8e7d5c',
  representative: bridge.b.path,
  title: 'Harbour bridge to close for eleven weeks',
  words: words.bridge,
  members: [
    { path: 'archive/bridge-copy.txt', relation: 'identical', score: 1, words: words.bridge },
    {
      path: bridge.a.path,
      relation: 'near-copy',
      score: bridgeMatch.score,
      title: 'Harbour bridge to close for thirteen weeks',
      words: words.site,
    },
    { path: 'site/print/harbour-bridge.html', relation: 'near-copy', score: bridgeMatch.score, words: words.site },
  ],
};

export const pactCluster: Cluster = {
  id: '0a1b2c3d4e5f6071',
  representative: pactWire.path,
  title: 'Varlund and Oster sign mutual defence pact',
  words: wordCount(pactWire.text),
  members: [
    {
      path: pactDesk.path,
      relation: 'rewrite',
      score: pactMatch.score,
      title: 'Neighbours stand together',
      words: wordCount(pactDesk.text),
    },
  ],
};

const dividendCluster: Cluster = {
  id: 'aaaabbbbccccdddd',
  representative: dividend.a.path,
  words: wordCount(dividend.a.text),
  members: [{ path: dividend.b.path, relation: 'near-copy', score: 0.41, words: wordCount(dividend.b.text) }],
  template: true,
};

const linkMatch: ExplainedMatch = {
  ...bridgeMatch,
  a: 'desk/bridge-diary.md',
  b: bridge.b.path,
  score: 0.43,
  bridge: true,
};

const skipped: Skip[] = [
  { path: 'wire/flash.txt', reason: 'too-short', detail: '12 words, fewer than 30' },
  { path: 'wire/logo.txt', reason: 'binary', detail: 'a NUL byte at offset 4' },
];

const shareLine: SetAside = { start: 0, end: 18, reason: 'share-line', text: 'Share this article', line: 1 };

export const newsroom: Result = resultOf(
  [bridgeCluster, pactCluster, dividendCluster],
  [
    sameMatch('archive/bridge-copy.txt', bridge.b.path, true),
    linkMatch,
    pactMatch,
    sameMatch(bridge.a.path, 'site/print/harbour-bridge.html', false),
    bridgeMatch,
    lynxMatch,
    dividendMatch,
  ],
  { skipped, setAside: [{ path: bridge.a.path, passages: [shareLine] }] },
);

/** A pair that is no match, with an entry for each relation, and the alignment there was. */
export const noMatch: Comparison = {
  match: null,
  a: lynx.path,
  b: pactWire.path,
  similarity: alike(0.0004, 0.0113),
  shortfalls: [
    { relation: 'identical', cause: 'other-words' },
    { relation: 'near-copy', cause: 'low-jaccard', value: 0.0004, threshold: 0.4 },
    { relation: 'excerpt', cause: 'short-witness', value: 4, threshold: 30 },
    { relation: 'rewrite', cause: 'low-probability', value: 0.0113, threshold: 0.5 },
  ],
  evidence: {
    kind: 'rewrite',
    aligned: answers(lynx, pactWire, [
      [0.21, 'It would be the first lynx in the county since 1904.', 'The price was put at 410 million marks.'],
    ]),
    sharedTerms: [],
    onlyA: [quote(lynx, 'Lynx on camera')],
    onlyB: [],
    facts: [fact('number', [lynx, '1904'], [pactWire, '410 million'])],
    extends: null,
    contributions: [{ feature: 'coverageLeast', value: 0.05, logOdds: -3.9 }],
  },
};

export const matches: Readonly<Record<'nearCopy' | 'rewrite' | 'excerpt' | 'identical', ExplainedMatch>> = {
  nearCopy: bridgeMatch,
  rewrite: pactMatch,
  excerpt: lynxMatch,
  identical: newsroom.matches[0] as ExplainedMatch,
};
