import type { ViteUserConfig } from 'vitest/config';
import { inlinedForTests } from './scripts/inlined.mjs';
import { viteKernels } from './scripts/kernels.mjs';

/** What takes a browser: `npm run test:browser`. */
const config: ViteUserConfig = {
  plugins: [viteKernels, inlinedForTests()],
  test: { include: ['test/browser/**/*.browser.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
};

export default config;
