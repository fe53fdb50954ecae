import type { Skip, Source } from '../model/article.ts';
import type { Surveyed } from './surveyed.ts';

/** What was surveyed under another name, or in another line of a container, as the survey of this source. */
export function named(survey: Surveyed | Skip, source: Source): Surveyed | Skip {
  if ('reason' in survey) return { ...survey, path: source.id, ...(source.record && { line: source.record.line }) };
  const moved = (source.record?.line ?? 1) - (survey.fingerprint.source.record?.line ?? 1);
  return {
    ...survey,
    fingerprint: { ...survey.fingerprint, source },
    setAside: survey.setAside.map((passage) => ({ ...passage, line: passage.line + moved })),
  };
}
