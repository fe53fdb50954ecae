import type { ViteUserConfig } from 'vitest/config';

export function inlinedForTests(): NonNullable<ViteUserConfig['plugins']>[number];
