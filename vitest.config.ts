import type { ViteUserConfig } from 'vitest/config';
import { viteKernels } from './scripts/kernels.mjs';

const config: ViteUserConfig = { plugins: [viteKernels], test: { include: ['test/**/*.test.ts'] } };

export default config;
