import type { Inks } from '../ink.ts';

/** How a terminal report is drawn. */
export interface View {
  /** Columns; no line takes more. */
  readonly width: number;
  readonly ink: Inks;
  /** Show all of everything; else what fits a glance, with a count of the rest. */
  readonly full: boolean;
  /** Show what spoke for and against each rewrite. */
  readonly explain: boolean;
  /** The articles that a baseline knows. */
  readonly accepted: ReadonlyMap<string, unknown>;
}

/** Two articles under comparison: the letters that the report gives them, and their paths. */
export interface Sides {
  readonly a: { readonly letter: string; readonly path: string };
  readonly b: { readonly letter: string; readonly path: string };
}

/** The letter of the i-th article of a group: A to Z, AA, AB ... as spreadsheets have it. */
export function letter(i: number): string {
  return (i < 26 ? '' : letter(Math.floor(i / 26) - 1)) + String.fromCharCode(65 + (i % 26));
}

/** Code units of a passage that are shown where not all is: about four lines at 80 columns. */
export const PASSAGE = 320;
