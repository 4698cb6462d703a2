import { z } from 'zod';

export const LIVE_STATUSES = [
  'suggested',
  'approved',
  'invited',
  'meeting',
  'active',
  'paused',
  'closing',
] as const;
export const ENDED_STATUSES = [
  'dismissed',
  'ruled_out',
  'declined',
  'expired',
  'withdrawn',
  'not_now',
  'closed',
  'erased',
] as const;
/** `kept` is neither: no seat is held, and the relationship goes on. */
export const PAIRING_STATUSES = [...LIVE_STATUSES, 'kept', ...ENDED_STATUSES] as const;
export const PairingStatus = z.enum(PAIRING_STATUSES);
export type PairingStatus = z.infer<typeof PairingStatus>;

/** Statuses that hold a request seat and an offer seat. */
export const holdsSeat = (status: PairingStatus): boolean =>
  (LIVE_STATUSES as readonly PairingStatus[]).includes(status);

/** Statuses only staff may see: nothing is visible to members before publishing. */
export const STAFF_ONLY_STATUSES = [
  'suggested',
  'approved',
  'dismissed',
  'ruled_out',
  'erased',
] as const satisfies readonly PairingStatus[];

export const PAIRING_ORIGINS = ['round', 'swap', 'hand', 'import'] as const;
export const PairingOrigin = z.enum(PAIRING_ORIGINS);
export type PairingOrigin = z.infer<typeof PairingOrigin>;
