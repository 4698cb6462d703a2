import type { PairingStatus } from '@trellis/domain/pairings/statuses';

/** Which status may follow which; the table the transition trigger reads. */
const NEXT: Partial<Record<PairingStatus, readonly PairingStatus[]>> = {
  suggested: ['approved', 'dismissed', 'ruled_out', 'withdrawn', 'erased'],
  approved: ['suggested', 'invited', 'dismissed', 'ruled_out', 'withdrawn', 'erased'],
  invited: ['meeting', 'declined', 'expired', 'withdrawn', 'erased'],
  meeting: ['active', 'not_now', 'withdrawn', 'erased'],
  active: ['paused', 'closing', 'withdrawn', 'erased'],
  paused: ['active', 'closing', 'withdrawn', 'erased'],
  closing: ['closed', 'kept', 'withdrawn', 'erased'],
  dismissed: ['suggested'],
  ruled_out: ['suggested'],
  closed: ['active'],
};

export const PAIRING_STEPS: readonly { readonly from: PairingStatus; readonly to: PairingStatus }[] =
  Object.entries(NEXT).flatMap(([from, targets]) =>
    targets.map((to) => ({ from: from as PairingStatus, to })),
  );
