import { z } from 'zod';

/** running → ready (on the board) → published; or cancelled, or failed with a reason. A newer round supersedes a ready one. */
export const ROUND_STATUSES = ['running', 'ready', 'published', 'superseded', 'cancelled', 'failed'] as const;
export const RoundStatus = z.enum(ROUND_STATUSES);
export type RoundStatus = z.infer<typeof RoundStatus>;
