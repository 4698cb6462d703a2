/** Why a notation in a cell cannot be read. */
export const NOTATION_PROBLEMS = [
  'not_hours',
  'no_weekday',
  'no_end',
  'not_a_step',
  'years_backwards',
  'not_a_style',
  'not_a_visibility',
] as const;
export type NotationProblem = (typeof NOTATION_PROBLEMS)[number];

/** What a cell in one of our notations says, or why it cannot be read and which piece of it is the reason. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: NotationProblem; readonly piece: string };

export const taken = <T>(value: T): Reading<T> => ({ ok: true, value });
export const unreadable = (code: NotationProblem, piece: string) =>
  ({ ok: false, code, piece: piece.trim() }) as const;
