/**
 * Gives what belongs to an article by its index, from memory if it was wanted lately: candidate pairs come in order, so
 * that one article meets its partners in a row. What was not wanted for longest goes first, as soon as the articles kept
 * have more than `most` words together.
 */
export function recent<T>(
  make: (index: number) => T,
  wordsOf: (index: number) => number,
  most: number,
): (index: number) => T {
  const kept = new Map<number, T>();
  let words = 0;
  return (index) => {
    const known = kept.get(index);
    const wanted = known ?? make(index);
    if (!kept.delete(index)) words += wordsOf(index);
    kept.set(index, wanted);
    for (const oldest of kept.keys()) {
      if (words <= most || oldest === index) break;
      kept.delete(oldest);
      words -= wordsOf(oldest);
    }
    return wanted;
  };
}
