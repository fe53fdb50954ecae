import { resolve } from 'node:path';

/** Collections, peers and results, relative to the project's root, from which the benchmark is run; git ignores it. */
export const PLACE: string = resolve('.bench');
export const PYTHON: string = resolve(PLACE, 'venv/bin/python');
export const NPM: string = resolve(PLACE, 'npm');
export const CARGO: string = resolve(PLACE, 'cargo');
