import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import { insertNote } from '@trellis/db/pairing-notes';
import { findPairings } from '@trellis/db/pairings';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { PairingNoteId } from '@trellis/domain/ids';
import type { AddNote, PairingRef } from '@trellis/domain/pairings/inputs';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';

/** A line for colleagues; members never see it, and its words stay out of the audit. */
export const addNote = (
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  actor: Acting,
  { pairingId, body }: AddNote,
): Promise<Decision<PairingRef, Refusal<'not_found' | 'key_reused'>>> =>
  writeOnce(deps, actor, async (tx, now) => {
    const [pairing] = await findPairings(tx, [pairingId]);
    if (!pairing) return refuse('not_found', { what: 'pairing' });
    await insertNote(tx, { id: deps.ids.next() as PairingNoteId, pairingId, body }, now);
    await announce(tx, 'pairing', pairing.programId);
    await appendAudit(tx, { action: 'pairing.noted', subjectKind: 'pairing', subjectId: pairingId });
    return accept({ pairingId });
  });
