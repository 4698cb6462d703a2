import { z } from 'zod';

/** The tables staff can take along. */
export const EXPORT_KINDS = ['people', 'requests', 'offers', 'pairings', 'waiting'] as const;
export const ExportKind = z.enum(EXPORT_KINDS);
export type ExportKind = z.infer<typeof ExportKind>;
