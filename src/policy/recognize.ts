import { sketchSimilarity } from '../fingerprint/sketch.ts';
import type { Accepted, AcceptedArticle, Print } from '../model/result.ts';
import type { Naming } from './reach.ts';

/** An edit is small up to this similarity to what was accepted: from here on an edited copy counts as a near-copy by default. */
const SMALL_EDIT = 0.4;

/** Which accepted article each one is, one to one. */
export interface Recognized {
  readonly nameById: ReadonlyMap<string, string>;
  readonly idByName: ReadonlyMap<string, string>;
}

/**
 * Finds the accepted articles again: by their names, with the same contents or after a small edit; those that then are
 * missing, by the same contents under another name. Each accepted article stands for one article only, so that one more
 * copy of it is told from it.
 */
export function recognize(
  prints: readonly Print[],
  accepted: readonly Accepted[],
  nameOf: Naming['nameOf'],
): Recognized {
  const sides = sidesByName(accepted);
  const nameById = new Map<string, string>();
  const idByName = new Map<string, string>();
  const take = (name: string, id: string): void => {
    nameById.set(id, name);
    idByName.set(name, id);
  };
  for (const print of prints) {
    const name = nameOf(print);
    if (sides.get(name)?.some((side) => isSame(side, print))) take(name, print.id);
  }
  const missing = namesByDigest(sides, (name) => !idByName.has(name));
  for (const { id, digest } of prints) {
    if (nameById.has(id)) continue;
    const names = missing.get(digest) ?? new Set();
    for (const name of names) {
      names.delete(name);
      if (idByName.has(name)) continue;
      take(name, id);
      break;
    }
  }
  return { nameById, idByName };
}

function isSame(side: AcceptedArticle, print: Print): boolean {
  return side.digest === print.digest || sketchSimilarity(side.sketch, print.sketch) >= SMALL_EDIT;
}

/** A name may have several contents, where two branches accepted it and were merged. */
function sidesByName(accepted: readonly Accepted[]): Map<string, AcceptedArticle[]> {
  const sides = new Map<string, AcceptedArticle[]>();
  for (const side of accepted.flatMap(({ articles }) => articles)) {
    const others = sides.get(side.name);
    if (others === undefined) sides.set(side.name, [side]);
    else if (!others.some(({ digest }) => digest === side.digest)) others.push(side);
  }
  return sides;
}

/** In the order of the names, which no order of the entries changes. */
function namesByDigest(
  sides: ReadonlyMap<string, readonly AcceptedArticle[]>,
  isWanted: (name: string) => boolean,
): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const name of [...sides.keys()].filter(isWanted).sort())
    for (const { digest } of sides.get(name) ?? []) names.set(digest, (names.get(digest) ?? new Set()).add(name));
  return names;
}
