import { z } from 'zod';

/** What one sheet holds. `pairings` are pairs already decided elsewhere. */
export const IMPORT_KINDS = ['mentors', 'mentees', 'people', 'pairings'] as const;
export const ImportKind = z.enum(IMPORT_KINDS);
export type ImportKind = z.infer<typeof ImportKind>;

export const IMPORT_STATUSES = ['mapping', 'applied', 'discarded'] as const;
export const ImportStatus = z.enum(IMPORT_STATUSES);
export type ImportStatus = z.infer<typeof ImportStatus>;
