import type { ViteUserConfig } from 'vitest/config';
import { inlinedForTests } from './scripts/inlined.mjs';
import { viteKernels } from './scripts/kernels.mjs';

const config: ViteUserConfig = {
  plugins: [viteKernels, inlinedForTests()],
  test: {
    include: ['test/**/*.test.ts'],
    // Only what hangs fails by the clock: on a machine that does much else, a test of processes takes half a minute.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
};

export default config;
