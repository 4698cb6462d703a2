import type { Decision, Refusal, RefusalCode } from '@trellis/domain/decision';
import { TRPCError } from '@trpc/server';
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server/rpc';

/** Every refusal has a status; a new one does not compile until somebody chooses it. */
const STATUS: Record<RefusalCode, TRPC_ERROR_CODE_KEY> = {
  forbidden: 'FORBIDDEN',
  not_found: 'NOT_FOUND',
  conflict: 'CONFLICT',
  illegal_transition: 'CONFLICT',
  no_room: 'CONFLICT',
  already_paired: 'CONFLICT',
  rule_broken: 'CONFLICT',
  separated: 'CONFLICT',
  left_without_next_step: 'PRECONDITION_FAILED',
  capacity_below_held: 'CONFLICT',
  program_not_open: 'PRECONDITION_FAILED',
  round_running: 'CONFLICT',
  nothing_to_match: 'PRECONDITION_FAILED',
  not_proved: 'PRECONDITION_FAILED',
  infeasible: 'PRECONDITION_FAILED',
  key_reused: 'UNPROCESSABLE_CONTENT',
  name_taken: 'CONFLICT',
  last_admin: 'CONFLICT',
  cycle: 'CONFLICT',
  unreadable_file: 'BAD_REQUEST',
  undecided: 'PRECONDITION_FAILED',
  too_much: 'PAYLOAD_TOO_LARGE',
};

/** Carries a refusal through tRPC to the error formatter. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = 'Refused';
    this.refusal = refusal;
  }
}

/** The value of a decision, or the refusal as a tRPC error. The last line of every procedure. */
export const answer = <T>(decision: Decision<T>): T => {
  if (decision.ok) return decision.value;
  throw new TRPCError({ code: STATUS[decision.refusal.code], cause: new Refused(decision.refusal) });
};
