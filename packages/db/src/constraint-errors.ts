/**
 * Which rule of the database a write ran into. Drizzle wraps PostgreSQL's error, so the facts are on `cause`.
 * Names of the rules: unique and foreign keys as in schema/, checks of triggers as in migrations/0002.
 */
export type BrokenKind = 'unique' | 'foreign_key' | 'check' | 'not_null' | 'exclusion';

export interface BrokenConstraint {
  readonly kind: BrokenKind;
  /** The constraint's name, e.g. `pairing_offer_seat_key`. Never shown to people. */
  readonly name: string;
  readonly table: string;
}

const KINDS: Readonly<Record<string, BrokenKind>> = {
  '23505': 'unique',
  '23503': 'foreign_key',
  '23514': 'check',
  '23502': 'not_null',
  '23P01': 'exclusion',
};

interface PostgresFacts {
  readonly code: string;
  readonly constraint_name?: string;
  readonly table_name?: string;
}

const factsOf = (error: unknown): PostgresFacts | null => {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && /^[0-9A-Z]{5}$/.test(at.code)) {
      return at as unknown as PostgresFacts;
    }
  }
  return null;
};

/** The SQLSTATE of a database error (`23505`, `57014` …), or null for any other error. */
export const sqlStateOf = (error: unknown): string | null => factsOf(error)?.code ?? null;

/** What was broken, or null when the error is something else. */
export const brokenConstraint = (error: unknown): BrokenConstraint | null => {
  const facts = factsOf(error);
  const kind = facts && KINDS[facts.code];
  return kind ? { kind, name: facts.constraint_name ?? '', table: facts.table_name ?? '' } : null;
};

/** True when exactly this constraint was broken: `if (broke(error, 'pairing_offer_seat_key')) return refuse(…)`. */
export const broke = (error: unknown, ...names: readonly ConstraintName[]): boolean => {
  const broken = brokenConstraint(error);
  return broken !== null && (names as readonly string[]).includes(broken.name);
};

/** The constraints a use case may want to answer to. Everything else is a bug or a forged id. */
export type ConstraintName =
  | 'member_email_key'
  | 'member_source_ref_key'
  | 'member_account_key'
  | 'member_leaves_open'
  | 'program_name_key'
  | 'taxonomy_alias_pkey'
  | 'request_member_gone'
  | 'request_seats_held'
  | 'offer_member_key'
  | 'offer_member_gone'
  | 'offer_capacity_held'
  | 'wish_offer_fkey'
  | 'round_running_key'
  | 'pairing_offer_seat_key'
  | 'pairing_request_seat_key'
  | 'pairing_couple_key'
  | 'pairing_start'
  | 'pairing_identity'
  | 'pairing_transition'
  | 'pairing_self'
  | 'pairing_member_gone'
  | 'pairing_separated'
  | 'pairing_request_seats'
  | 'pairing_capacity'
  | 'pairing_capacity_unknown'
  | 'separation_pair_key'
  | 'separation_live_pairing'
  | 'next_step_open_key'
  | 'audit_chain'
  | 'audit_append_only';

/** Deadlock, serialization failure: the same transaction may well go through a moment later. */
export const isWorthRetrying = (error: unknown): boolean => {
  const code = sqlStateOf(error);
  return code === '40001' || code === '40P01';
};
