import { listWordsAbout } from '@trellis/db/audit-words';
import type { Tx } from '@trellis/db/client';
import { findImport } from '@trellis/db/imports';
import type { Member } from '@trellis/db/members';
import { renameInWords } from '@trellis/db/name-sweep';
import { patternOf } from '@trellis/db/person-words';
import { loadSnapshot } from '@trellis/db/rounds';
import {
  hasNamesake,
  listRoundsWith,
  lockHeldSheets,
  removeAnswersOf,
  removeImportLinesOf,
  replaceSheet,
  replaceSnapshot,
} from '@trellis/db/traces';
import { rowsWithout } from '@trellis/domain/imports/forget-person';
import { forgetMember } from '@trellis/matching/forget-member';
import { mappingOf, sheetOfImport, writeSheet } from '../../stored-import.ts';

/**
 * Removes what is left of an erased member outside their own rows: in snapshots of rounds, sheets and reports of imports,
 * kept answers, and wherever others wrote their whole name or their address. A name somebody else has as well is left,
 * for it no longer says who is meant.
 * @param member as they were before they were erased
 * @param instead stands in place of the name from now on
 * @returns numbers of the audit entries whose words are about them, which are still to be removed
 */
export const removeTraces = async (
  tx: Tx,
  member: Pick<Member, 'id' | 'displayName' | 'email' | 'sourceRef'>,
  { instead, except }: { readonly instead: string; readonly except: string | null },
): Promise<readonly number[]> => {
  const isShared = await hasNamesake(tx, member.id, member.displayName);
  const pattern = patternOf({ name: isShared ? '' : member.displayName, email: member.email });
  for (const roundId of await listRoundsWith(tx, member.id)) {
    const snapshot = await loadSnapshot(tx, roundId);
    // One that cannot be read any more cannot be run again either: better without it.
    if (snapshot !== null) await replaceSnapshot(tx, roundId, forgetMember(snapshot, member.id));
  }
  await removeFromSheets(tx, member);
  await removeImportLinesOf(tx, member.id);
  await removeAnswersOf(tx, member.id, except);
  if (pattern !== null) await renameInWords(tx, pattern, instead);
  return listWordsAbout(tx, member.id, pattern);
};

/** A sheet that was not applied yet would bring them back. */
const removeFromSheets = async (
  tx: Tx,
  member: Pick<Member, 'id' | 'displayName' | 'email' | 'sourceRef'>,
): Promise<void> => {
  for (const id of await lockHeldSheets(tx)) {
    const batch = await findImport(tx, id);
    if (!batch) continue;
    const sheet = sheetOfImport(batch);
    const rows = rowsWithout(sheet.rows, mappingOf(batch).source, member);
    if (rows.length < sheet.rows.length)
      await replaceSheet(tx, id, { sheet: writeSheet({ ...sheet, rows }), rowCount: rows.length });
  }
};
