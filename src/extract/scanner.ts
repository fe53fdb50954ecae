import { HAS_KERNELS, loadKernel } from '../kernel.ts';
import { classify, fillPage, foldOf, kindOf } from './characters.ts';
import wasm from './scan.wasm';
import { ELIDED } from './wordsPlain.ts';

/** The kernel that scans articles, with its memory as `scan.as.ts` and what that imports lay it out. */
export interface Scanner {
  /** Reads the first `length` bytes of `source` into `text`; returns how many units, -1 for what the twins have to read. */
  readonly units: (length: number, isJson: 0 | 1) => number;
  /** Finds the paragraphs of the first `length` units of `text`; returns how many, -1 if the twin has to. */
  readonly paragraphs: (length: number) => number;
  /** Finds the words of the first `length` units of `text`; returns how many. */
  readonly words: (length: number) => number;
  /** How many words have a hash that takes their string. */
  readonly complexWords: () => number;
  /** Tells it the hash of a line, or of a part of one, that carries no article. */
  readonly know: (hash: number) => void;
  /** Hashes the lines; returns how many of them there are to count, -1 if one of them may be boilerplate. */
  readonly ordinary: (paragraphs: number, words: number) => number;
  /** UTF-8, a text as it is in a file or in a JSON string; so many bytes at a time. */
  readonly source: Uint8Array;
  /** UTF-16; so many code units at a time. */
  readonly text: Buffer;
  readonly limit: number;
  readonly hashes: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Indexes of the words whose hash takes their string. */
  readonly complex: Uint32Array;
  readonly lineHashes: Float64Array;
}

let loaded: Scanner | null | undefined;

/** Null where the machine has no kernels. */
export function scanner(): Scanner | null {
  if (loaded === undefined) loaded = HAS_KERNELS ? load() : null;
  return loaded;
}

const PAGE = 256;

function load(): Scanner {
  const { exported, constant, memory } = loadKernel(wasm, {
    classify,
    fillPage: (unit: number) => {
      fillPage(unit);
      const from = unit - (unit % PAGE);
      kinds.set(kindOf.subarray(from, from + PAGE), from);
      folds.set(foldOf.subarray(from, from + PAGE), from);
    },
    isLowerCase: (unit: number) => (/\p{Ll}/u.test(String.fromCharCode(unit)) ? 1 : 0),
  });
  const limit = constant('LIMIT');
  const words = exported('words');
  const kinds = new Uint8Array(memory, constant('KINDS'), kindOf.length).fill(constant('UNKNOWN'));
  const folds = new Uint16Array(memory, constant('FOLDS'), foldOf.length);
  new Uint32Array(memory, constant('ELIDED'), ELIDED.size).set([...ELIDED]);
  return {
    units: exported('units'),
    paragraphs: exported('paragraphs'),
    words: (length) => words(length, ELIDED.size),
    complexWords: exported('complexWords'),
    know: exported('know'),
    ordinary: exported('ordinary'),
    source: new Uint8Array(memory, constant('SOURCE'), limit),
    text: Buffer.from(memory, constant('TEXT'), 2 * limit),
    limit,
    hashes: new Uint32Array(memory, constant('HASHES'), limit),
    starts: new Uint32Array(memory, constant('STARTS'), limit),
    ends: new Uint32Array(memory, constant('ENDS'), limit),
    complex: new Uint32Array(memory, constant('COMPLEX'), limit),
    lineHashes: new Float64Array(memory, constant('LINE_HASHES'), constant('MOST_LINES')),
  };
}
