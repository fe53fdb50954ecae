/** Paragraphs of both texts that stand beside each other: `[from, to)` of each. */
export interface Row {
  readonly a: readonly [from: number, to: number];
  readonly b: readonly [from: number, to: number];
}

/** Paragraph `a` of one text shares `weight` with paragraph `b` of the other. */
export interface Tie {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/**
 * Lays two texts out so that what answers each other begins on one level, as far as the order of both allows: along the
 * chain of ties, ascending in both, that weighs most. What has no counterpart follows what it follows in its own text.
 *
 * @param paragraphs how many each text has
 */
export function layRows(ties: readonly Tie[], paragraphs: { readonly a: number; readonly b: number }): Row[] {
  const chain = heaviestChain(ties, paragraphs.b);
  const starts = [{ a: 0, b: 0 }, ...chain.filter(({ a, b }) => a > 0 || b > 0)];
  return starts
    .map(({ a, b }, i): Row => {
      const next = starts[i + 1] ?? paragraphs;
      return { a: [a, next.a], b: [b, next.b] };
    })
    .filter(({ a, b }) => a[0] < a[1] || b[0] < b[1]);
}

/** O(n log n): the best chain that ends at or before each paragraph of b is kept in a Fenwick tree of maxima. */
function heaviestChain(ties: readonly Tie[], ofB: number): Tie[] {
  interface End {
    readonly tie: Tie;
    readonly total: number;
    readonly before: End | undefined;
  }
  const tree = new Array<End | undefined>(ofB + 1).fill(undefined);
  const bestBefore = (b: number): End | undefined => {
    let best: End | undefined;
    for (let i = b; i > 0; i -= i & -i) if ((tree[i]?.total ?? 0) > (best?.total ?? 0)) best = tree[i];
    return best;
  };
  // Of one paragraph of a, the later ones of b come first: none of them is then taken for the one before it.
  for (const tie of [...ties].sort((x, y) => x.a - y.a || y.b - x.b)) {
    const before = bestBefore(tie.b);
    const end: End = { tie, total: tie.weight + (before?.total ?? 0), before };
    for (let i = tie.b + 1; i <= ofB; i += i & -i) if (end.total > (tree[i]?.total ?? 0)) tree[i] = end;
  }
  const chain: Tie[] = [];
  for (let end = bestBefore(ofB); end !== undefined; end = end.before) chain.push(end.tie);
  return chain.reverse();
}
