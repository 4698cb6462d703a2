import type { Actor } from '@trellis/domain/members/actor';

/**
 * The member who acts, and with which call. `call` carries the idempotency key of a mutation and the hash of what
 * it asks for; null where nothing retries (terminal, schedules, tests).
 */
export interface Acting extends Actor {
  readonly call: { readonly key: string; readonly requestHash: string } | null;
}
