/**
 * Joins things that belong together, two by two: the function tells whether they were still apart. Almost linear
 * (union-find with path halving).
 */
export function joiner(): (x: string, y: string) => boolean {
  const parent = new Map<string, string>();
  function root(of: string): string {
    let node = of;
    for (;;) {
      const above = parent.get(node) ?? node;
      if (above === node) return node;
      const next = parent.get(above) ?? above;
      parent.set(node, next);
      node = next;
    }
  }
  return (x, y) => {
    const [a, b] = [root(x), root(y)];
    if (a === b) return false;
    parent.set(b, a);
    return true;
  };
}
