import type { ViteUserConfig } from 'vitest/config';
import { inlinedForTests } from './scripts/inlined.mjs';
import { viteKernels } from './scripts/kernels.mjs';

const config: ViteUserConfig = {
  plugins: [viteKernels, inlinedForTests()],
  test: { include: ['test/**/*.test.ts'] },
};

export default config;
