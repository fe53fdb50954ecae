/** Places in the queue that have been passed before they are dropped. */
const PASSED = 2 ** 12;

/**
 * Gives what belongs to an article by its index, from memory if it was wanted lately: candidate pairs come in order, so
 * that one article meets its partners in a row. What was not wanted for longest goes first, as soon as the articles kept
 * have more than `most` words together.
 *
 * In arrays: a Map from which entries go as often as they come leaves tables behind each of which holds the next, so that
 * all that was ever in it outlives the collections of young objects.
 */
export function recent<T>(
  make: (index: number) => T,
  wordsOf: (index: number) => number,
  most: number,
): (index: number) => T {
  const kept: (T | undefined)[] = [];
  // The indexes in the order in which they were wanted, from the one wanted `before` others on; and when each was wanted last.
  let wanted: number[] = [];
  let before = 0;
  let passed = 0;
  const lastWanted: number[] = [];
  let words = 0;

  function dropOldest(): void {
    const index = wanted[passed] as number;
    const isOldest = lastWanted[index] === before + passed;
    passed++;
    if (isOldest) {
      kept[index] = undefined;
      words -= wordsOf(index);
    }
    if (passed === PASSED) {
      wanted = wanted.slice(passed);
      before += passed;
      passed = 0;
    }
  }

  return (index) => {
    let found = kept[index];
    if (found === undefined) {
      found = make(index);
      kept[index] = found;
      words += wordsOf(index);
    }
    lastWanted[index] = before + wanted.push(index) - 1;
    while (words > most && wanted[passed] !== index) dropOldest();
    return found;
  };
}
