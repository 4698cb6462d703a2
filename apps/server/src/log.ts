import { type Logger, pino } from 'pino';
import type { Env } from './env.ts';

const DEEPEST_CAUSE = 4;

/**
 * An error as the log keeps it: what it is, where it happened, which rule of the database it broke. Errors of queries carry
 * the statement's values in their message and beside it (notes, addresses, session tokens): those are not kept.
 */
export const loggable = (error: unknown, depth = 0): unknown => {
  if (!(error instanceof Error)) return typeof error === 'object' && error !== null ? '(an object)' : error;
  const { code, constraint_name: constraint, cause } = error as Error & Record<string, unknown>;
  return {
    type: error.constructor.name,
    message: withoutValues(error.message),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    // The frames only: a stack begins with the message.
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
    ...(cause !== undefined && depth < DEEPEST_CAUSE ? { cause: loggable(cause, depth + 1) } : {}),
  };
};

/** Drizzle's message is the statement, a line break, `params: ` and every value. */
const withoutValues = (message: string): string => message.replace(/\n?params: [\s\S]*$/, '');

/** The one log of a process, as JSON lines on its output. */
export const openLog = ({ LOG_LEVEL }: Pick<Env, 'LOG_LEVEL'>): Logger =>
  pino({ level: LOG_LEVEL, serializers: { err: (error) => loggable(error) } });
