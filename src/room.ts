/** Numbers that stay: those of a text of as many words. Longer ones are rare, and take long enough to fill. */
const MOST_KEPT = 2 ** 16;

/**
 * Room for numbers that a function fills anew each time, used again by its next call: to allocate an array and to collect
 * it takes longer than to fill it for 500 words. What it holds when it is given is anything.
 *
 * @returns gives an array of at least so many numbers
 */
export function reusedRoom(): (length: number) => Uint32Array {
  let room = new Uint32Array(2 ** 10);
  return (length) => {
    if (length > MOST_KEPT) return new Uint32Array(length);
    if (room.length < length) room = new Uint32Array(2 * length);
    return room;
  };
}
