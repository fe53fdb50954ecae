import type { Corpus } from './corpora.ts';
import { fixtures } from './fixtures.ts';
import { type Labelled, labelled } from './labelled.ts';
import { articleTexts } from './write.ts';

/** One run of the command: what it is given, and what is known of the articles there. */
export interface Task {
  readonly name: string;
  /** The working directory, relative to the project's root. */
  readonly cwd: string;
  readonly args: readonly string[];
  readonly known: Labelled;
  /** The articles to be written below `cwd` first, by path; none where they are there already. */
  readonly texts: ReadonlyMap<string, string>;
  /** Articles on other subjects, by path, to be compared with the first article one by one. */
  readonly strangers: readonly string[];
}

/** Where the articles are written, relative to the project's root; git ignores it. */
export const FOLDERS = '.eval/corpora';

/** Runs that take several corpora as one archive; all others take one. */
const TOGETHER: readonly (readonly [name: string, members: readonly string[]])[] = [
  ['archive', ['bbc2225', 'huffpost-bulk', 'pact']],
  ['bulk', ['bbc2225', 'huffpost-bulk', 'reuters21578']],
];

/** Its documents are articles of other corpora, whose pairs it labels when they are an archive. */
const LENDER = 'one-outlet';

/** The runs over the corpora: each alone, and together those that make an archive. */
export function corpusTasks(all: readonly Corpus[], titles: boolean, wanted: (name: string) => boolean): Task[] {
  const lent = all.find(({ name }) => name === LENDER)?.pairs ?? [];
  const alone = all.map(({ name }) => [name, [name]] as const);
  return [...alone, ...TOGETHER].flatMap(([name, members]) => {
    const corpora = all.filter((corpus) => members.includes(corpus.name));
    if (!wanted(name) || corpora.length < members.length) return [];
    const others = name === 'pact' ? tenStrangers(all, titles) : new Map<string, string>();
    return {
      name,
      cwd: FOLDERS,
      // The folders lie where git ignores them, and the command would too.
      args: [...members, '--no-ignore'],
      known: labelled(corpora, members.length > 1 ? lent : []),
      texts: new Map([...others, ...corpora.flatMap((corpus) => [...articleTexts(corpus, titles)])]),
      strangers: [...others.keys()],
    };
  });
}

/** Ten articles of a bulk corpus, evenly spread, none of them a mere paragraph. */
function tenStrangers(all: readonly Corpus[], titles: boolean): Map<string, string> {
  const bulk = all.find(({ name }) => name === 'huffpost-bulk');
  const long = bulk ? [...articleTexts(bulk, titles)].filter(([, text]) => text.length >= 1000) : [];
  return new Map(long.filter((_, i) => i % Math.floor(long.length / 10) === 0).slice(0, 10));
}

/** The run over the project's own fixtures. */
export function fixtureTask(): Task {
  return {
    name: 'fixtures',
    cwd: '.',
    args: ['fixtures'],
    known: fixtures('fixtures'),
    texts: new Map(),
    strangers: [],
  };
}
