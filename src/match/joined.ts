/** Things that are joined, be it over others, told apart from those that are not. */
export interface Joined {
  join(x: number, y: number): void;
  /** The first of those that a thing is joined with, or itself. */
  rootOf(thing: number): number;
}

/**
 * Union-find with path halving, almost linear: of so many things, numbered from 0, none is joined with another yet.
 *
 * @param count a whole number from 0
 */
export function joined(count: number): Joined {
  const above = new Uint32Array(count).map((_, thing) => thing);
  function rootOf(thing: number): number {
    let node = thing;
    while (above[node] !== node) {
      above[node] = above[above[node] as number] as number;
      node = above[node] as number;
    }
    return node;
  }
  function join(x: number, y: number): void {
    const [first, second] = [rootOf(x), rootOf(y)];
    above[Math.max(first, second)] = Math.min(first, second);
  }
  return { join, rootOf };
}
