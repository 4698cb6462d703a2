import type { MemberId } from '@trellis/domain/ids';
import type { Instant } from '@trellis/domain/time';
import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { Read, Tx } from './client.ts';
import { auditEntry } from './schema/audit.ts';
import { inChunks } from './sets.ts';

/** The entry that says who was erased; its detail names the entries whose words went with them (`wordsRemoved`). */
const ERASED = 'member.erased';

/** One change of state, as it enters the chain. */
export interface AuditLine {
  /** What happened, noun first: `pairing.approved`, `member.imported`. Lower case, dots, underscores. */
  readonly action: string;
  /** The noun: `pairing`, `member`, `program` … */
  readonly subjectKind: string;
  readonly subjectId: string;
  /** The reason a person gave; staff only. Removed when somebody it is about is erased. */
  readonly why?: string | null;
  /** Facts of the change, kept as JSON text byte for byte. No tokens, no e-mail bodies, no words about people. */
  readonly detail?: unknown;
}

export interface AuditEntry {
  readonly seq: number;
  readonly at: Instant;
  readonly actorId: MemberId | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly why: string | null;
  readonly detail: unknown;
  /** Whether `why` and `detail` were removed because a person was erased. */
  readonly wordsRemoved: boolean;
}

/**
 * Writes one entry for the acting member. Entries of an agency queue behind each other until commit, so do this
 * last in a transaction. Number, moment and hash are the database's.
 */
export const appendAudit = (tx: Tx, line: AuditLine): Promise<void> => appendAudits(tx, [line]);

/** As `appendAudit`, for many changes of one transaction, in this order. */
export const appendAudits = (tx: Tx, lines: readonly AuditLine[]): Promise<void> =>
  inChunks(lines, (chunk) =>
    tx.orm.insert(auditEntry).values(
      chunk.map((line) => ({
        agencyId: tx.agencyId,
        at: sql`now()`,
        actorId: tx.actorId,
        action: line.action,
        subjectKind: line.subjectKind,
        subjectId: line.subjectId,
        why: line.why ?? null,
        body: JSON.stringify(line.detail ?? {}),
      })),
    ),
  );

const toEntry = (row: typeof auditEntry.$inferSelect): AuditEntry => ({
  seq: row.seq,
  at: row.at,
  actorId: row.actorId,
  action: row.action,
  subjectKind: row.subjectKind,
  subjectId: row.subjectId,
  why: row.why,
  detail: JSON.parse(row.body),
  wordsRemoved: row.wordsRemoved,
});

/** Newest first. `before` is the `seq` to continue after. */
export const listAudit = async (
  read: Read,
  page: {
    readonly before?: number;
    readonly limit: number;
    readonly subject?: { readonly kind: string; readonly id: string };
  },
): Promise<readonly AuditEntry[]> => {
  const rows = await read.orm
    .select()
    .from(auditEntry)
    .where(
      and(
        eq(auditEntry.agencyId, read.agencyId),
        page.before === undefined ? undefined : lt(auditEntry.seq, page.before),
        page.subject && eq(auditEntry.subjectKind, page.subject.kind),
        page.subject && eq(auditEntry.subjectId, page.subject.id),
      ),
    )
    .orderBy(desc(auditEntry.seq))
    .limit(page.limit);
  return rows.map(toEntry);
};

export interface AuditCheck {
  /** Entries looked at. */
  readonly entries: number;
  /** The first entry that does not follow from the ones before, or null when the chain is whole. */
  readonly brokenAt: number | null;
}

/**
 * Recomputes the whole chain of the agency: numbers without gaps, each hash over the one before, the end there, and
 * words missing only where a later entry says they were removed.
 */
export const checkAudit = async (read: Read): Promise<AuditCheck> => {
  const rows = await read.orm.execute<{ entries: string; broken_at: string | null }>(sql`
    with chain as (
      select entry, entry.seq, entry.hash, entry.prev_hash, entry.words_removed,
        row_number() over (order by entry.seq) as place, lag(entry.hash, 1, '') over (order by entry.seq) as hash_before
      from audit_entry entry where entry.agency_id = ${read.agencyId}
    ), tail as (
      select coalesce(max(seq), 0) as last_seq, coalesce((array_agg(hash order by seq desc))[1], '') as last_hash from chain
    ), named as (
      select word.seq::bigint as seq, e.seq as by_seq from audit_entry e
        cross join jsonb_array_elements_text(e.body::jsonb->'wordsRemoved') as word (seq)
        where e.agency_id = ${read.agencyId} and e.action = ${ERASED}
    )
    select (select count(*) from chain) as entries, least(
      (select min(seq) from chain where seq <> place or prev_hash <> hash_before or not audit_holds(entry)
        or (words_removed and not exists (select 1 from named where named.seq = chain.seq and by_seq > chain.seq))),
      (select t.last_seq + 1 from tail t join audit_head h on h.agency_id = ${read.agencyId}
        where (h.seq, h.hash) <> (t.last_seq, t.last_hash))
    ) as broken_at`);
  const found = rows[0]!;
  return {
    entries: Number(found.entries),
    brokenAt: found.broken_at === null ? null : Number(found.broken_at),
  };
};
