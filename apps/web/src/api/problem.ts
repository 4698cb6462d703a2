import type { Refusal, RefusalCode, RefusalFacts } from '@trellis/domain/decision';
import { TRPCClientError } from '@trpc/client';

/**
 * Why a call did not go through:
 * `refusal` the server decided no, with code and facts · `unreachable` no answer arrived · `signed_out` nobody is
 * signed in any more · `invalid` what was sent does not fit the form · `too_often` too many calls in a short time ·
 * `unexpected` a fault on our side; `errorId` is the reference to give to support, or null.
 */
export type Problem =
  | { kind: 'refusal'; refusal: Refusal }
  | { kind: 'unreachable' }
  | { kind: 'signed_out' }
  | { kind: 'invalid' }
  | { kind: 'too_often' }
  | { kind: 'unexpected'; errorId: string | null };

/** Codes as keys, so that a new refusal does not compile until it is listed here; its words are then tested for. */
const codes: Record<RefusalCode, true> = {
  forbidden: true,
  not_found: true,
  conflict: true,
  illegal_transition: true,
  no_room: true,
  already_paired: true,
  rule_broken: true,
  separated: true,
  left_without_next_step: true,
  capacity_below_held: true,
  program_not_open: true,
  round_running: true,
  nothing_to_match: true,
  not_proved: true,
  infeasible: true,
  key_reused: true,
  name_taken: true,
  last_admin: true,
  cycle: true,
  unreadable_file: true,
  undecided: true,
  too_much: true,
};

/** Every refusal the server can give. */
export const refusalCodes = Object.keys(codes).filter(isRefusalCode);

/** Reads what went wrong from anything a query or a mutation may throw. */
export function readProblem(error: unknown): Problem {
  if (!(error instanceof TRPCClientError)) return { kind: 'unexpected', errorId: null };
  const data: unknown = error.data;
  if (!isRecord(data)) return { kind: 'unreachable' };
  if (data.code === 'UNAUTHORIZED') return { kind: 'signed_out' };
  if (isRefusal(data.refusal)) return { kind: 'refusal', refusal: data.refusal };
  if (data.code === 'BAD_REQUEST') return { kind: 'invalid' };
  if (data.code === 'TOO_MANY_REQUESTS') return { kind: 'too_often' };
  return { kind: 'unexpected', errorId: typeof data.errorId === 'string' ? data.errorId : null };
}

/** The facts of one refusal, or null when the error is something else. Saves features from narrowing by hand. */
export function refusalFacts<C extends RefusalCode>(error: unknown, code: C): RefusalFacts[C] | null {
  const problem = readProblem(error);
  if (problem.kind !== 'refusal' || problem.refusal.code !== code) return null;
  return problem.refusal.facts as RefusalFacts[C];
}

function isRefusalCode(code: unknown): code is RefusalCode {
  return typeof code === 'string' && Object.hasOwn(codes, code);
}

function isRefusal(value: unknown): value is Refusal {
  return isRecord(value) && isRefusalCode(value.code) && isRecord(value.facts);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
