import { z } from 'zod';

export const PROGRAM_KINDS = ['mentoring', 'consulting', 'circle', 'series'] as const;
export const ProgramKind = z.enum(PROGRAM_KINDS);
export type ProgramKind = z.infer<typeof ProgramKind>;

export const PROGRAM_STATUSES = ['draft', 'open', 'closed'] as const;
export const ProgramStatus = z.enum(PROGRAM_STATUSES);
export type ProgramStatus = z.infer<typeof ProgramStatus>;

/** What a round is best at, in this order of ties. `served` fills as many requests as possible first. */
export const OBJECTIVES = ['served', 'total', 'fair'] as const;
export const Objective = z.enum(OBJECTIVES);
export type Objective = z.infer<typeof Objective>;

/** Who is asked first after publishing. Default: the mentor, so that a mentee never sees a no. */
export const CONSENT_ORDERS = ['mentor_first', 'mentee_first', 'both_at_once'] as const;
export const ConsentOrder = z.enum(CONSENT_ORDERS);
export type ConsentOrder = z.infer<typeof ConsentOrder>;
