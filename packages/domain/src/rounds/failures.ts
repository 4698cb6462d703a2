import { z } from 'zod';

/**
 * Why a round came to nothing: `interrupted` the server ended meanwhile · `crashed` a fault of ours ·
 * `not_proved` the result could not be proved · `infeasible` the settings leave no plan · `changed_meanwhile` people
 * changed faster than the round could be saved. Nothing was changed in any of these.
 */
export const ROUND_FAILURES = [
  'interrupted',
  'crashed',
  'not_proved',
  'infeasible',
  'changed_meanwhile',
] as const;
export const RoundFailure = z.enum(ROUND_FAILURES);
export type RoundFailure = z.infer<typeof RoundFailure>;

/** What a running round is at, in this order; `waiting` for its turn, where others run. */
export const ROUND_PHASES = [
  'waiting',
  'loading',
  'scoring',
  'solving',
  'proving',
  'explaining',
  'saving',
] as const;
export const RoundPhase = z.enum(ROUND_PHASES);
export type RoundPhase = z.infer<typeof RoundPhase>;
