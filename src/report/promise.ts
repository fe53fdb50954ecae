import type { Guarantee, ReportedSettings } from '../model/result.ts';
import { counted, percent } from './wording.ts';

/** What a run looked for, and how sure it is to have found all there is, as sentences. */
export function promiseWords(settings: ReportedSettings, guarantee: Guarantee): string {
  return [`Looked for: ${settings.relations.join(', ')}.`, ...promises(settings, guarantee)].join(' ');
}

function promises({ relations }: ReportedSettings, guarantee: Guarantee): string[] {
  const { threshold, recall, method, excerpt, complete, mostPartners, uncompared } = guarantee;
  const sure = recall >= 1 ? 'is found' : `is found with probability ${Math.floor(recall * 1e4) / 1e4}`;
  const nearCopies = `Every near-copy that shares ${percent(threshold)} of its 5-word shingles or more ${sure} (${method})`;
  const excerpts = relations.includes('excerpt') ? [`excerpts with ${excerpt.words} words in a row`] : [];
  const save = `, save among the partners of articles that have more than ${mostPartners}: of those ${mostPartners} were compared`;
  const mostly = [
    ...(relations.includes('near-copy') ? [nearCopies] : []),
    ...(complete ? [] : excerpts.map((such) => `${such} are found`)),
  ].join('; ');
  const always = [
    ...(relations.includes('identical') ? ['identical articles'] : []),
    ...(complete ? excerpts : []),
  ].join(' and ');
  const said = [
    ...(mostly === '' ? [] : [`${mostly}${complete ? '' : save}`]),
    ...(always === '' ? [] : [`${always} are always found`]),
  ].join('; ');
  const crowds = `In large groups of near-copies each article was compared with the longest one, which clusters ask for; ${counted(uncompared, 'pair')} of the others ${uncompared === 1 ? 'was' : 'were'} not.`;
  return [
    ...(said === '' ? [] : [`${said.charAt(0).toUpperCase()}${said.slice(1)}.`]),
    ...(uncompared === 0 ? [] : [crowds]),
  ];
}
