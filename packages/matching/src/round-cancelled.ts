import { SolveCancelled } from './solver/assignment.ts';

/** Thrown inside a round when its watch says so; `planRound` turns it into the answer `cancelled`. */
export class RoundCancelled extends Error {
  override readonly name = 'RoundCancelled';
}

/** Whether a round, or a question about one, ended because its watch said so. */
export const isCancellation = (error: unknown): boolean =>
  error instanceof RoundCancelled || error instanceof SolveCancelled;
