import { checkPosting } from './checkPosting.ts';
import { explain } from './explain.ts';
import { fixPosting } from './fixPosting.ts';
import { judgePosting } from './judgePosting.ts';
import type { Tool } from './tool.ts';

/** What agents can ask of us. Each takes what its own schema allows, which callers have checked. */
export const tools = [judgePosting, checkPosting, fixPosting, explain] as readonly Tool[];
