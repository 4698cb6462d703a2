import { z } from 'zod';

export const TERM_KINDS = ['skill', 'industry', 'occupation', 'goal'] as const;
export const TermKind = z.enum(TERM_KINDS);
export type TermKind = z.infer<typeof TermKind>;
