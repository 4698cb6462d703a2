import type { PairingId, PairingNoteId } from '@trellis/domain/ids';
import type { Instant } from '@trellis/domain/time';
import type { Tx } from './client.ts';
import { pairingNote } from './schema/pairings.ts';

/** Keeps a line of staff about a pairing, in the name of who acts. */
export const insertNote = async (
  tx: Tx,
  note: { readonly id: PairingNoteId; readonly pairingId: PairingId; readonly body: string },
  now: Instant,
): Promise<void> => {
  if (tx.actorId === null) throw new Error('A note needs a member who writes it.');
  await tx.orm
    .insert(pairingNote)
    .values({ agencyId: tx.agencyId, ...note, authorId: tx.actorId, createdAt: now });
};
