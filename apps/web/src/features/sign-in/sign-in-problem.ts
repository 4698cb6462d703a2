/** Key in the catalog `sign-in` for an answer that was not a yes. `status` is HTTP's; null means no answer. */
export type SignInProblem = 'wrong' | 'tooMany' | 'unreachable' | 'unexpected';

/** Which words fit an answer of the sign-in service. Wrong e-mail and wrong password are never told apart. */
export function problemOf(status: number | null): SignInProblem {
  if (status === null || status === 0 || status >= 502) return 'unreachable';
  if (status === 429) return 'tooMany';
  // Other refusals, e.g. of the address the page came from (403), are not about what was typed.
  if (status === 400 || status === 401 || status === 422) return 'wrong';
  return 'unexpected';
}

/** What is missing before it is worth asking; null when nothing is. */
export function emailProblem(email: string): 'emailMissing' | 'emailWrong' | null {
  const trimmed = email.trim();
  if (trimmed === '') return 'emailMissing';
  return /^\S+@\S+$/.test(trimmed) ? null : 'emailWrong';
}
