import type { Output } from './command.ts';

/** Matches between notices that are written to a form: an earnings table, a dividend. */
export interface Notices {
  /** How many of the run's articles are such notices. */
  readonly articles: number;
  readonly nearCopies: number;
  /** Near-copies of which the command says that only numbers, dates and names differ. */
  readonly templates: number;
  /** Must be none: a template sibling is never a rewrite. */
  readonly rewrites: number;
  /** The first of them, to be read. */
  readonly sample: readonly { readonly a: string; readonly b: string; readonly score: number }[];
}

/** The lines of an earnings table or a dividend notice in Reuters' form; two of them make a notice. */
const FORM_LINE = /^\s*(?:Oper |Op )?(?:Shr|Net|Revs|Sales|Avg shrs|Qtly div|Qtrly div|Pay|Record|Payable)\b.*$/gim;
/** The same as a sentence or two: "declared a quarterly dividend of 45 cts, payable April 27 to holders of record". */
const LONGEST = 400;

function isNotice(text: string): boolean {
  if ((text.match(FORM_LINE)?.length ?? 0) >= 2) return true;
  return (
    text.length <= LONGEST && /\b(?:dividend|split|distribution)\b/i.test(text) && /\b(?:payable|record)\b/i.test(text)
  );
}

/** Judges the matches of articles that are notices, by their texts. */
export function notices(texts: ReadonlyMap<string, string>, { matches }: Output): Notices {
  const forms = new Set<string>();
  for (const [path, text] of texts) if (isNotice(text)) forms.add(path);
  const siblings = matches.filter(({ a, b }) => forms.has(a) && forms.has(b));
  const rewrites = siblings.filter(({ relation }) => relation === 'rewrite');
  return {
    articles: forms.size,
    nearCopies: siblings.filter(({ relation }) => relation === 'near-copy').length,
    templates: siblings.filter(({ template }) => template).length,
    rewrites: rewrites.length,
    sample: rewrites.slice(0, 10).map(({ a, b, score }) => ({ a, b, score })),
  };
}
