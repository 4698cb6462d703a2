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

export const PAIRING_ORIGINS = ['round', 'swap', 'hand', 'import'] as const;
export const PairingOrigin = z.enum(PAIRING_ORIGINS);
export type PairingOrigin = z.infer<typeof PairingOrigin>;
