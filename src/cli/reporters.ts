import type { FormatName } from '../config/formats.ts';
import type { Comparison, ExplainedMatch } from '../model/match.ts';
import type { Result } from '../model/result.ts';
import { type Found, findingsIn, findingsOfPair } from '../report/findings.ts';
import type { TerminalStyle } from '../report/terminal.ts';
import { TOOL } from './tool.ts';

/** Makes text of what was found, whole or piece by piece. The style is the terminal's; others may leave it unused. */
export interface Reporter {
  readonly result: (result: Result, style: TerminalStyle) => Iterable<string>;
  readonly comparison: (comparison: Comparison, style: TerminalStyle) => Iterable<string>;
}

/**
 * The reporter of each format, loaded when it is asked for: a run needs one or two of them. It is given where the run's
 * paths start, seen from the top of the repository: there GitHub and GitLab look for what a finding points at.
 */
export const REPORTERS: Readonly<Record<FormatName, (folder: string) => Promise<Reporter>>> = {
  terminal: async () => {
    const { terminalReport, terminalComparison } = await import('../report/terminal.ts');
    return {
      result: (result, style) => [terminalReport(result, style)],
      comparison: (comparison, style) => [terminalComparison(comparison, style)],
    };
  },
  json: async () => {
    const { jsonReportPieces, jsonComparison } = await import('../report/json.ts');
    return {
      result: (result) => jsonReportPieces(result, TOOL),
      comparison: (comparison) => [jsonComparison(comparison, TOOL)],
    };
  },
  jsonl: async () => ofMatches((await import('../report/jsonl.ts')).jsonl),
  csv: async () => {
    const { csvReport, csvComparison } = await import('../report/csv.ts');
    return { result: csvReport, comparison: csvComparison };
  },
  markdown: async () => {
    const { markdownReport, markdownComparison } = await import('../report/markdown.ts');
    return { result: markdownReport, comparison: markdownComparison };
  },
  html: async () => {
    const { htmlReportPieces, htmlComparisonPieces } = await import('../report/html.ts');
    return {
      result: (result) => htmlReportPieces(result, TOOL),
      comparison: (comparison) => htmlComparisonPieces(comparison, TOOL),
    };
  },
  sarif: async (folder) => {
    const { sarif } = await import('../report/sarif.ts');
    return ofFindings((found) => sarif(found, TOOL, folder));
  },
  junit: async () => ofFindings((await import('../report/junit.ts')).junit),
  github: async (folder) => {
    const { github } = await import('../report/github.ts');
    return ofFindings((found) => github(found, folder));
  },
  gitlab: async (folder) => {
    const { gitlab } = await import('../report/gitlab.ts');
    return ofFindings((found) => gitlab(found, folder));
  },
};

/** The reporter of a format that lists matches. */
function ofMatches(report: (matches: readonly ExplainedMatch[]) => Iterable<string>): Reporter {
  return {
    result: ({ matches }) => report(matches),
    comparison: ({ match }) => report(match === null ? [] : [match]),
  };
}

/** The reporter of a format that points at what should be looked at. */
function ofFindings(report: (found: Found) => Iterable<string>): Reporter {
  return {
    result: (result) => report(findingsIn(result)),
    comparison: (comparison) => report(findingsOfPair(comparison)),
  };
}
