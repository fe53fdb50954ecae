/** Things that are joined two by two into groups. */
export interface Groups {
  /** Joins the groups of two things, and tells whether they were apart until now. */
  readonly join: (x: string, y: string) => boolean;
  /** One thing of the group, the same for all of them until the next join. */
  readonly headOf: (x: string) => string;
}

/** At first each thing is a group of its own. Almost linear (union-find with path halving). */
export function groups(): Groups {
  const above = new Map<string, string>();
  function headOf(thing: string): string {
    let node = thing;
    for (let next = above.get(node); next !== undefined; next = above.get(node)) {
      const further = above.get(next);
      if (further === undefined) return next;
      above.set(node, further);
      node = further;
    }
    return node;
  }
  function join(x: string, y: string): boolean {
    const [head, other] = [headOf(x), headOf(y)];
    if (head === other) return false;
    above.set(other, head);
    return true;
  }
  return { join, headOf };
}
