/**
 * A use case's answer. Refusals are values with a literal code and their facts; exceptions are bugs.
 * @template T what the caller gets when it went through
 * @template R the refusals this use case can give
 */
export type Decision<T, R extends Refusal = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R };

export interface RefusalFacts {
  /** Signed in, but this role may not do it. */
  forbidden: Record<never, never>;
  /** Not there, or not yours to see: the two are never told apart. */
  not_found: { what: string };
  /** Somebody else was faster; `now` is the state it is in. */
  conflict: { what: string; now: string };
  /** The pairing cannot go from `from` to `to`. */
  illegal_transition: { from: string; to: string };
  /** The offer has no seat left: `held` of `capacity` are taken. */
  no_room: { offerId: string; mentor: string; capacity: number | null; held: number };
  /** The request has all its seats filled. */
  already_paired: { requestId: string; mentee: string };
  /** A hard rule keeps these two apart; `rules` names which. */
  rule_broken: { rules: readonly string[] };
  /** These two were ruled out or separated before. */
  separated: { mentee: string; mentor: string };
  /** Publishing would leave these people with nothing to expect. */
  left_without_next_step: { people: readonly { requestId: string; memberId: string; name: string }[] };
  /** Capacity cannot go below the seats already held. */
  capacity_below_held: { held: number };
  /** The program is not open, or not ready, for this. */
  program_not_open: { status: string };
  /** A round is running already. */
  round_running: { roundId: string };
  /** Nobody to match: no ready request or no ready offer. */
  nothing_to_match: { requests: number; offers: number };
  /** The certificate did not hold; nothing was saved. */
  not_proved: { reason: string };
  /** The rules and limits leave no plan; `causes` says why in words. */
  infeasible: { causes: readonly string[] };
  /** Same idempotency key, other content. */
  key_reused: Record<never, never>;
  /** The name or alias exists already in this list. */
  name_taken: { name: string };
  /** The last coordinator or admin cannot be taken away. */
  last_admin: Record<never, never>;
  /** Would make a term its own ancestor. */
  cycle: { name: string };
  /** The file cannot be read; `reason` is a code with a sentence in the catalogs. */
  unreadable_file: { reason: string; detail: string };
  /** Something must be chosen first, e.g. unknown values of an import or a missing column. */
  undecided: { missing: readonly string[] };
  /** Too many, too large: `limit` is the most. */
  too_much: { what: string; limit: number };
}

export type RefusalCode = keyof RefusalFacts;
export type Refusal<C extends RefusalCode = RefusalCode> = {
  [K in C]: { readonly code: K; readonly facts: RefusalFacts[K] };
}[C];

export const accept = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const refuse = <C extends RefusalCode>(
  code: C,
  facts: RefusalFacts[C],
): { readonly ok: false; readonly refusal: Refusal<C> } => ({
  ok: false,
  refusal: { code, facts } as Refusal<C>,
});
