import { randomUUID } from 'node:crypto';

/** Who calls: a member who is signed in. */
export interface Caller {
  readonly name: string;
  readonly cookie: string;
}

/** What the outside knows of a mutation at the end: it was done, with this answer, or refused. */
export type Outcome =
  | { readonly kind: 'done'; readonly answer: unknown }
  | { readonly kind: 'refused'; readonly code: string };

/** One mutation, called with one key until it was answered. */
export interface Call {
  readonly caller: Caller;
  readonly procedure: string;
  readonly input: unknown;
  readonly key: string;
  /** Calls without an answer: the connection broke, nobody listened, or the server could not say. */
  readonly unanswered: number;
  readonly outcome: Outcome;
}

type Answered = { readonly kind: 'unknown'; readonly why: string } | Outcome;

const TIMEOUT_MS = 15_000;
/** So long a server, or the database, may be away. */
const PATIENCE_MS = 90_000;

/** One HTTP request. Everything but a clear answer is "unknown": the change may be there or not. */
const callOnce = async (
  address: string,
  { cookie }: Caller,
  request: { readonly procedure: string; readonly input: unknown; readonly key: string | null },
): Promise<Answered> => {
  const { procedure, input, key } = request;
  const query =
    key === null && input !== undefined ? `?input=${encodeURIComponent(JSON.stringify(input))}` : '';
  try {
    const response = await fetch(`${address}/trpc/${procedure}${query}`, {
      method: key === null ? 'GET' : 'POST',
      headers: {
        cookie,
        origin: address,
        ...(key === null ? {} : { 'content-type': 'application/json', 'x-idempotency-key': key }),
      },
      ...(key === null ? {} : { body: JSON.stringify(input ?? {}) }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const body = (await response.json()) as {
      result?: { data: unknown };
      error?: { message: string; data?: { refusal?: { code: string } | null; code?: string } };
    };
    if (response.ok) return { kind: 'done', answer: body.result?.data ?? null };
    const code = body.error?.data?.refusal?.code ?? body.error?.data?.code ?? String(response.status);
    return response.status >= 500
      ? { kind: 'unknown', why: `${response.status} ${code}` }
      : { kind: 'refused', code };
  } catch (error) {
    return { kind: 'unknown', why: error instanceof Error ? error.message : String(error) };
  }
};

/** Calls until there is an answer, at whatever server `choose` names next, always with the same key. */
const callUntilAnswered = async (
  choose: () => string | undefined,
  caller: Caller,
  request: Parameters<typeof callOnce>[2],
): Promise<{ readonly outcome: Outcome; readonly unanswered: number }> => {
  let unanswered = 0;
  let why = 'no server';
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    const address = choose();
    if (address !== undefined) {
      const answered = await callOnce(address, caller, request);
      if (answered.kind !== 'unknown') return { outcome: answered, unanswered };
      unanswered++;
      why = answered.why;
    }
    await new Promise((resolve) => setTimeout(resolve, Math.min(50 * 2 ** Math.min(unanswered, 5), 1000)));
  }
  throw new Error(`${request.procedure} was never answered: ${why}`);
};

/** A mutation with a fresh key, retried with the same one. */
export const mutate = async (
  choose: () => string | undefined,
  caller: Caller,
  procedure: string,
  input: unknown,
): Promise<Call> => {
  const key = randomUUID();
  const answered = await callUntilAnswered(choose, caller, { procedure, input, key });
  return { caller, procedure, input, key, ...answered };
};

/** Asks again what was answered before, with the same key; `input` differs only to see that it is refused. */
export const repeat = async (
  choose: () => string | undefined,
  call: Call,
  input: unknown = call.input,
): Promise<Outcome> => {
  const { procedure, key } = call;
  return (await callUntilAnswered(choose, call.caller, { procedure, input, key })).outcome;
};

/** A query; null when it was refused. */
export const ask = async <T>(
  choose: () => string | undefined,
  caller: Caller,
  procedure: string,
  input?: unknown,
): Promise<T | null> => {
  const { outcome } = await callUntilAnswered(choose, caller, { procedure, input, key: null });
  return outcome.kind === 'done' ? (outcome.answer as T) : null;
};
