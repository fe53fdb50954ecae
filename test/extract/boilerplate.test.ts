import { describe, expect, it } from 'vitest';
import { boilerplate } from '../../src/extract/boilerplate.ts';
import { hashWords, lines } from '../../src/extract/lines.ts';
import { plainText } from '../../src/extract/plainText.ts';
import { buildProse } from '../../src/extract/prose.ts';
import { words } from '../../src/extract/words.ts';

const NONE: ReadonlySet<number> = new Set();

function setAside(paragraphs: readonly string[], recurring = NONE): string[] {
  const source = paragraphs.join('\n\n');
  const prose = buildProse(source, plainText(source));
  return boilerplate(prose, lines(prose.paragraphs, words(prose.text)), NONE, recurring).map(
    ({ reason, text, line }) => `${line} ${reason}: ${text}`,
  );
}

const BODY = 'The council closed the bridge on Monday because it is not safe.';

describe('lines set aside', () => {
  it('are whole share and navigation lines, however written', () => {
    expect(
      setAside([
        'SHARE',
        BODY,
        'Share.',
        '» Read more …',
        'Exit mobile version',
        'Imprimer',
        'Share by email',
        'NEWSLETTER',
        'Nach oben',
      ]),
    ).toEqual([
      '1 share-line: SHARE',
      '5 share-line: Share.',
      '7 navigation: » Read more …',
      '9 navigation: Exit mobile version',
      '11 share-line: Imprimer',
      '13 share-line: Share by email',
      '15 navigation: NEWSLETTER',
      '17 navigation: Nach oben',
    ]);
  });

  it('are not sentences that begin as such lines do', () => {
    expect(
      setAside(['Share prices fell on Monday.', 'Read more books, she said.', 'Home is where the heart is.', BODY]),
    ).toEqual([]);
  });

  it('are menus: two or more section names and nothing else', () => {
    expect(setAside(['Home | News | Sport', 'Weather \u00a0 \u00a0 Live Markets', BODY])).toEqual([
      '1 navigation: Home | News | Sport',
      '3 navigation: Weather \u00a0 \u00a0 Live Markets',
    ]);
    expect(setAside(['Weather', 'News | Harlow wins', 'Business as usual', '| News |'])).toEqual([]);
  });

  it('are breadcrumbs: the front page and the way from it', () => {
    expect(
      setAside(['Home > World > Inland Sea', BODY, 'Startseite › Politik', 'Accueil » Monde', 'Inicio / Mundo / Mar']),
    ).toEqual([
      '1 navigation: Home > World > Inland Sea',
      '5 navigation: Startseite › Politik',
      '7 navigation: Accueil » Monde',
      '9 navigation: Inicio / Mundo / Mar',
    ]);
    expect(
      setAside(['Settings > Network > Proxy', 'Home > Settings is where it is.', 'Home is > 3 miles away', BODY]),
    ).toEqual([]);
  });

  it('are pointers to other articles: the label, a colon and a title', () => {
    const pointers = [
      'Read more: The port that three navies want',
      'RELATED: Five things to know about the Littoral Alliance',
      '» See also: Who pays for the bridge?',
      'Lesen Sie auch: Wem gehört der Hafen?',
      'À lire aussi : Le port que trois marines convoitent',
      'Lea también: El puerto que todos quieren',
      '相关阅读：三国海军争夺的港口',
    ];
    expect(setAside([BODY, ...pointers])).toEqual(pointers.map((line, i) => `${2 * i + 3} navigation: ${line}`));
  });

  it('are not sentences that a label or a colon opens', () => {
    expect(
      setAside([
        'Read more: that was her advice to every child.',
        'Related costs: 40 million crowns for the port alone',
        'The council has to read more: the report has 400 pages',
        'Related: the harbour master and the mayor both said on Monday that they would rather have been asked before work began',
        'Siehe auch die Karte: Der Hafen liegt im Norden',
        'Read more:',
        BODY,
      ]),
    ).toEqual(['11 navigation: Read more:']);
  });

  it('are captions that end in the title', () => {
    const title = 'Council closes the old bridge';
    const caption = `Photo: The bridge on Monday. ${title}`;
    expect(setAside([title, BODY, caption, `${BODY} ${title}.`])).toEqual([`5 repeated-line: ${caption}`]);
    expect(setAside([`${title}.`, BODY, caption])).toEqual([]);
    expect(setAside([title, BODY, `${'Much was said. '.repeat(20)}${title}`])).toEqual([]);
    expect(setAside([BODY, title, caption])).toEqual([]);
    expect(setAside(['Who closed the old bridge?', BODY, 'If not the mayor, who closed the old bridge?'])).toEqual([]);
  });

  it('are repetitions of a title or caption: the first stays', () => {
    const title = 'Council closes the old bridge';
    expect(setAside([title, BODY, title.toUpperCase(), BODY.replace('Monday', 'Friday'), `“${title}”`])).toEqual([
      `5 repeated-line: ${title.toUpperCase()}`,
      `9 repeated-line: “${title}”`,
    ]);
  });

  it('are not short lines that come twice', () => {
    expect(setAside(['He was right.', BODY, 'He was right.'])).toEqual([]);
  });

  it('are lines that recur across the folder', () => {
    const footer = 'Brightwater Media holds the rights.';
    const { hashes } = words(footer);
    expect(setAside([BODY, footer], new Set([hashWords(hashes, 0, hashes.length)]))).toEqual([
      `3 recurring-line: ${footer}`,
    ]);
  });
});

describe('the hash of a line', () => {
  it('depends on the words and their order, and fits a double', () => {
    const hash = (text: string) => hashWords(words(text).hashes, 0, words(text).hashes.length);
    expect(hash('The old bridge')).toBe(hash('the OLD bridge!'));
    expect(hash('the bridge old')).not.toBe(hash('the old bridge'));
    const all = Array.from({ length: 20_000 }, (_, i) => hash(`line number ${i}`));
    expect(new Set(all).size).toBe(all.length);
    expect(all.every(Number.isSafeInteger)).toBe(true);
  });
});
