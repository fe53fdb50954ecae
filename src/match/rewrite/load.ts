import { lazily } from '../../lazily.ts';

/** The judging of rewrites and the model that it rests on: loaded where they are looked for, for it is a sixth of the program. */
export const rewriteJudging: () => Promise<typeof import('./judgeRewrite.ts')> = lazily(
  () => import('./judgeRewrite.ts'),
);
