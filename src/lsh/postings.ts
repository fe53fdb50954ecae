/** Inverted index: for each member, the sets that hold it, in the order in which they were entered. */
export interface Postings {
  /** Member m's sets are `holders[begin[m]]` to `holders[end[m] - 1]`. */
  readonly begin: Uint32Array;
  readonly end: Uint32Array;
  readonly holders: Uint32Array;
}

/** An empty index with room for as many holders as each member occurs. */
export function emptyPostings(frequency: Uint32Array): Postings {
  const begin = new Uint32Array(frequency.length);
  let total = 0;
  for (let member = 0; member < frequency.length; member++) {
    begin[member] = total;
    total += frequency[member] as number;
  }
  return { begin, end: begin.slice(), holders: new Uint32Array(total) };
}

export function enter({ end, holders }: Postings, member: number, holder: number): void {
  const entry = end[member] as number;
  holders[entry] = holder;
  end[member] = entry + 1;
}
