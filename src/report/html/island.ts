import { jsonWithoutCommands } from '../commands.ts';

/**
 * Data inside a page: no program, and nothing that could end the element early or open another, whatever the articles
 * say. In JSON a "<" stands in strings only, where it may be written as an escape.
 */
export function island(id: string, data: unknown): string {
  return `<script type="application/json" id="${id}">${jsonWithoutCommands(JSON.stringify(data)).replaceAll('<', '\\u003c')}</script>\n`;
}
