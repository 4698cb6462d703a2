import type { PairingId } from '@trellis/domain/ids';
import type { PairingStatus } from '@trellis/domain/pairings/statuses';
import type { BoardPairing } from '@trellis/domain/pairings/views';

/** A decision made on this screen, as long as it can be taken back. */
export interface Done {
  readonly pairingId: PairingId;
  /** Decided together: taken back together by the last-decision key. */
  readonly group: number;
  readonly was: PairingStatus;
  readonly to: PairingStatus;
  /** The pairing's version with this decision; another one now means that somebody has changed it since. */
  readonly version: number;
}

/** Decisions of this session, oldest first. */
export type UndoLog = readonly Done[];

/** Adds what was decided together. */
export const withDecision = (log: UndoLog, done: readonly Omit<Done, 'group'>[]): UndoLog => {
  const group = (log.at(-1)?.group ?? 0) + 1;
  return [...log, ...done.map((one) => ({ ...one, group }))];
};

/** The newest decision about this pairing, while it stands as that decision left it; null when there is nothing to undo. */
export const undoable = (
  log: UndoLog,
  { id, version, status }: Pick<BoardPairing, 'id' | 'version' | 'status'>,
): Done | null => {
  const newest = log.findLast(({ pairingId }) => pairingId === id);
  return newest && newest.version === version && newest.to === status ? newest : null;
};

/** What was decided together last. */
export const lastDecided = (log: UndoLog): readonly Done[] =>
  log.filter(({ group }) => group === log.at(-1)?.group);

/**
 * Forgets decisions that were taken back or cannot be any more. An earlier decision about a pairing stands again, with the
 * version that the way back gave it.
 */
export const withoutDone = (
  log: UndoLog,
  gone: readonly Done[],
  versions: ReadonlyMap<PairingId, number>,
): UndoLog => {
  const rest = log.filter((one) => !gone.includes(one));
  return rest.map((one) => {
    const version = versions.get(one.pairingId);
    const newest = rest.findLast(({ pairingId }) => pairingId === one.pairingId) === one;
    return version !== undefined && newest ? { ...one, version } : one;
  });
};
