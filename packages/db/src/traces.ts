import type { AccountId, ImportId, MemberId, RoundId } from '@trellis/domain/ids';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { idempotencyKey } from './schema/idempotency.ts';
import { importBatch } from './schema/imports.ts';
import { member } from './schema/members.ts';
import { round } from './schema/rounds.ts';

/** What is left of somebody outside their own rows, and how it goes when they are erased. */

/** Whether anybody else of the agency goes by this name: then it says nothing about who is meant. */
export const hasNamesake = async (tx: Tx, memberId: MemberId, name: string): Promise<boolean> => {
  const rows = await tx.orm
    .select({ id: member.id })
    .from(member)
    .where(
      and(
        eq(member.agencyId, tx.agencyId),
        sql`${member.id} <> ${memberId}`,
        sql`lower(${member.displayName}) = lower(${name})`,
      ),
    )
    .limit(1);
  return rows.length > 0;
};

/** Rounds whose snapshot holds this member; read and replace them one by one, they are large. */
export const listRoundsWith = async (tx: Tx, memberId: MemberId): Promise<readonly RoundId[]> => {
  const rows = await tx.orm
    .select({ id: round.id })
    .from(round)
    .where(and(eq(round.agencyId, tx.agencyId), sql`strpos(${round.snapshot}, ${memberId}::text) > 0`))
    .orderBy(round.id);
  return rows.map(({ id }) => id);
};

export const replaceSnapshot = async (tx: Tx, id: RoundId, snapshot: string | null): Promise<void> => {
  await tx.orm
    .update(round)
    .set({ snapshot })
    .where(and(eq(round.agencyId, tx.agencyId), eq(round.id, id)));
};

/** Imports that still hold the cells of their sheet; nobody changes or applies them until this transaction ends. */
export const lockHeldSheets = (tx: Tx): Promise<readonly ImportId[]> =>
  tx.orm
    .select({ id: importBatch.id })
    .from(importBatch)
    .where(and(eq(importBatch.agencyId, tx.agencyId), isNotNull(importBatch.sheet)))
    .orderBy(importBatch.id)
    .for('no key update')
    .then((rows) => rows.map(({ id }) => id));

export const replaceSheet = async (
  tx: Tx,
  id: ImportId,
  { sheet, rowCount }: { readonly sheet: string; readonly rowCount: number },
): Promise<void> => {
  await tx.orm
    .update(importBatch)
    .set({ sheet, rowCount })
    .where(and(eq(importBatch.agencyId, tx.agencyId), eq(importBatch.id, id)));
};

/**
 * Removes from the reports of imports the problems of lines a member came from, and from their decisions who a line was
 * said to be. The lines are known from the audit: do this before its words are removed.
 */
export const removeImportLinesOf = async (tx: Tx, memberId: MemberId): Promise<void> => {
  await tx.orm.execute(sql`
    with lines as (
      select (body::jsonb->>'importId')::uuid as import_id, (body::jsonb->'line')::int as line from audit_entry
      where agency_id = ${tx.agencyId} and subject_kind = 'member' and subject_id = ${memberId}
        and body::jsonb ?& string_to_array('importId,line', ',')
    )
    update import_batch b
    set report = jsonb_set(report, '{problems}', coalesce((
      select jsonb_agg(problem order by place)
      from jsonb_array_elements(report->'problems') with ordinality as known (problem, place)
      where (problem->'line')::int not in (select line from lines where import_id = b.id)
    ), '[]'))
    where agency_id = ${tx.agencyId} and report is not null and id in (select import_id from lines)`);
  await tx.orm.execute(sql`
    update import_batch set decisions = jsonb_set(decisions, '{people}', coalesce((
      select jsonb_agg(decision order by place)
      from jsonb_array_elements(decisions->'people') with ordinality as known (decision, place)
      where decision->>'memberId' is distinct from ${memberId}
    ), '[]'))
    where agency_id = ${tx.agencyId} and decisions->'people' @> ${JSON.stringify([{ memberId }])}::jsonb`);
};

/**
 * Removes kept answers: all to calls of this member, and those that show cells of an uploaded sheet. Their keys stay used,
 * for something nobody can ask again: a retry is refused, and has no effect twice.
 * @param except the key of the call that does this, which answers later
 */
export const removeAnswersOf = async (tx: Tx, memberId: MemberId, except: string | null): Promise<void> => {
  await tx.orm
    .update(idempotencyKey)
    .set({ response: 'null', requestHash: 'removed' })
    .where(
      and(
        eq(idempotencyKey.agencyId, tx.agencyId),
        sql`${idempotencyKey.key} is distinct from ${except}`,
        sql`(${idempotencyKey.actorId} = ${memberId} or ${idempotencyKey.response} ~ '"(samples|problems)":')`,
      ),
    );
};

/** Deletes an account, with its sessions, that opens no agency any more: it would be nothing but somebody's address. */
export const deleteUnusedAccount = async (tx: Tx, accountId: AccountId): Promise<void> => {
  await tx.orm.execute(sql`
    with gone as (
      delete from sign_in_user u where id = ${accountId}
        and not exists (select 1 from sign_in_membership m where m.account_id = u.id)
      returning id, email
    )
    delete from sign_in_verification v using gone
    where v.value = gone.id or strpos(v.identifier, gone.email) > 0`);
};
