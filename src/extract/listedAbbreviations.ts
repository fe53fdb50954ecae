import { abbreviations } from './natural.ts';

/**
 * The abbreviations of English and Spanish that `natural` lists. They go into the bundles as they are here (imported as
 * `?value`): sentences are told in every run, and nothing else of the package is needed where copies alone are looked for.
 */
const LISTED: readonly string[] = abbreviations();

export default LISTED;
