declare const BUILD_DIGEST: string | undefined;

/** Which sources made this program: what one build has stored means something else to another. Set by the bundler. */
export const BUILD: string = typeof BUILD_DIGEST === 'undefined' ? 'unbundled' : BUILD_DIGEST;
