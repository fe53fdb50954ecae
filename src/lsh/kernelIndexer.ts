import { loadKernel } from '../kernel.ts';
import type { Indexer } from './invertedIndex.ts';
import wasm from './invertedIndex.wasm';

/**
 * Makes an inverted index in a kernel, with memory of its own that goes when the index is let go: `plainIndexer` is its
 * twin.
 */
export function kernelIndexer(sets: number, most: number): Indexer {
  const kernel = loadKernel(wasm, {});
  const call = (name: string, ...args: readonly number[]): number => kernel.exported(name)(...args);
  call('open', sets, most);
  const address = (name: string): number => call(name) >>> 0;
  // Memory that has grown is another buffer: each view is made when it is asked for.
  const ints = (name: string, length: number): Uint32Array => new Uint32Array(kernel.memory, address(name), length);
  return {
    get values() {
      return new Float64Array(kernel.memory, address('values'), most);
    },
    get starts() {
      return ints('starts', sets);
    },
    get ends() {
      return ints('ends', sets);
    },
    enter: (size) => call('enter', size),
    close() {
      call('close');
      const occurrences = call('occurrenceCount');
      return {
        offsets: ints('offsets', sets + 1),
        members: ints('members', occurrences),
        positions: ints('positions', occurrences),
        begin: ints('begin', call('memberCount') + 1),
        holders: ints('holders', occurrences),
        *search(upTo, from, least, mostHolders) {
          ints('starts', sets).set(from);
          ints('ends', sets).set(upTo);
          ints('leasts', sets).set(least);
          for (let next = 0; next < sets; ) {
            next = call('search', next, mostHolders);
            const size = call('pairCount');
            yield { size, later: ints('later', size), earlier: ints('earlier', size), common: ints('common', size) };
          }
        },
      };
    },
  };
}
