import type { Comparison, Result } from '../model.ts';
import { jsonComparison, jsonReportPieces } from '../report/json.ts';
import { type TerminalStyle, terminalComparison, terminalReport } from '../report/terminal.ts';
import { TOOL } from './tool.ts';

/** Makes text of what was found, whole or piece by piece. The style is the terminal's; others may leave it unused. */
export interface Reporter {
  readonly result: (result: Result, style: TerminalStyle) => Iterable<string>;
  readonly comparison: (comparison: Comparison, style: TerminalStyle) => Iterable<string>;
}

export type FormatName = 'terminal' | 'json';

/** What `--format` offers. */
export const REPORTERS: Readonly<Record<FormatName, Reporter>> = {
  terminal: {
    result: (result, style) => [terminalReport(result, style)],
    comparison: (comparison, style) => [terminalComparison(comparison, style)],
  },
  json: {
    result: (result) => jsonReportPieces(result, TOOL),
    comparison: (comparison) => [jsonComparison(comparison, TOOL)],
  },
};
