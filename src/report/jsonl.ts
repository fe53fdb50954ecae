import type { ExplainedMatch } from '../model/match.ts';
import { jsonWithoutCommands } from './commands.ts';
import { matchJson } from './json.ts';

/** Each match as one line of JSON: the same objects as in the JSON report's `matches`, in the same order. */
export function* jsonl(matches: readonly ExplainedMatch[]): Generator<string, void, undefined> {
  for (const match of matches) yield `${jsonWithoutCommands(JSON.stringify(matchJson(match)))}\n`;
}
