import type { MemberId, PairingId, ProgramId, RequestId, RoundId } from '@trellis/domain/ids';
import type { Objective } from '@trellis/domain/programs/kinds';
import type { RuleSettings, Weights } from '@trellis/domain/programs/settings';
import type { RoundStatus } from '@trellis/domain/rounds/statuses';
import type { Instant } from '@trellis/domain/time';
import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Read, Tx } from './client.ts';
import { isReplaceable } from './held-seats.ts';
import { pairing } from './schema/pairings.ts';
import { request } from './schema/requests.ts';
import { round, waiting } from './schema/rounds.ts';
import { amongIds, inChunks } from './sets.ts';

/** One run of the matching, without its snapshot, which is large (`loadSnapshot`). */
export interface Round {
  readonly id: RoundId;
  readonly programId: ProgramId;
  /** 1 is the program's first. */
  readonly number: number;
  readonly status: RoundStatus;
  readonly objective: Objective;
  readonly weights: Weights;
  readonly rules: RuleSettings;
  readonly seed: number;
  readonly certificate: unknown;
  readonly report: unknown;
  /** 0 … 100 while running. */
  readonly progress: number;
  readonly phase: string | null;
  readonly failure: string | null;
  readonly createdBy: MemberId | null;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly publishedAt: Instant | null;
}

export type NewRound = Pick<
  Round,
  'id' | 'programId' | 'objective' | 'weights' | 'rules' | 'seed' | 'createdBy'
>;

const { agencyId: _agency, snapshot: _snapshot, mix: _mix, ...columns } = getTableColumns(round);

/**
 * Begins a round as the program's next. Lock the program first, or two may want one number.
 * Unique violation: `round_running_key` (one runs already).
 */
export const insertRound = async (tx: Tx, fields: NewRound, now: Instant): Promise<void> => {
  await tx.orm.insert(round).values({
    ...fields,
    agencyId: tx.agencyId,
    number: sql`(select coalesce(max(number), 0) + 1 from round
      where agency_id = ${tx.agencyId} and program_id = ${fields.programId})`,
    status: 'running',
    startedAt: now,
  });
};

const isRunning = (agencyId: Tx['agencyId'], id: RoundId) =>
  and(eq(round.agencyId, agencyId), eq(round.id, id), eq(round.status, 'running'));

/** Says how far a running round is; false when it runs no more (canceled, failed). */
export const setRoundProgress = async (
  tx: Tx,
  id: RoundId,
  at: { readonly progress: number; readonly phase: string },
): Promise<boolean> => {
  const rows = await tx.orm
    .update(round)
    .set(at)
    .where(isRunning(tx.agencyId, id))
    .returning({ id: round.id });
  return rows.length > 0;
};

export interface RoundResults {
  /** The market as JSON text, kept byte for byte. */
  readonly snapshot: string;
  readonly certificate: unknown;
  readonly report: unknown;
}

/** A running round is ready for the board; false when it runs no more. */
export const finishRound = async (
  tx: Tx,
  id: RoundId,
  results: RoundResults,
  now: Instant,
): Promise<boolean> => {
  const rows = await tx.orm
    .update(round)
    .set({ ...results, status: 'ready', progress: 100, phase: null, finishedAt: now })
    .where(isRunning(tx.agencyId, id))
    .returning({ id: round.id });
  return rows.length > 0;
};

/** Ends a running round without a result; false when it runs no more. */
export const endRound = async (
  tx: Tx,
  id: RoundId,
  end: { readonly to: 'cancelled' | 'failed'; readonly failure: string | null },
  now: Instant,
): Promise<boolean> => {
  const rows = await tx.orm
    .update(round)
    .set({ status: end.to, failure: end.failure, phase: null, finishedAt: now })
    .where(isRunning(tx.agencyId, id))
    .returning({ id: round.id });
  return rows.length > 0;
};

export interface Superseded {
  readonly rounds: readonly RoundId[];
  /** Undecided suggestions that were withdrawn. */
  readonly suggestions: readonly PairingId[];
}

/**
 * Makes room for a new round of the program: its ready rounds are superseded, suggestions nobody decided are
 * withdrawn, and being left over by an unpublished round is not counted. What staff decided stays.
 */
export const supersedeRounds = async (tx: Tx, programId: ProgramId, now: Instant): Promise<Superseded> => {
  const rounds = await tx.orm
    .update(round)
    .set({ status: 'superseded' })
    .where(and(eq(round.agencyId, tx.agencyId), eq(round.programId, programId), eq(round.status, 'ready')))
    .returning({ id: round.id });
  const ids = rounds.map((row) => row.id);
  if (ids.length > 0) {
    await tx.orm
      .update(request)
      .set({ missedRounds: sql`greatest(${request.missedRounds} - 1, 0)` })
      .where(
        and(
          eq(request.agencyId, tx.agencyId),
          sql`${request.id} in (select ${waiting.requestId} from ${waiting} where ${and(
            eq(waiting.agencyId, tx.agencyId),
            amongIds(waiting.roundId, ids),
          )})`,
        ),
      );
  }
  const withdrawn = await tx.orm
    .update(pairing)
    .set({ status: 'withdrawn', endReasonCode: 'superseded', updatedAt: now })
    .where(and(eq(pairing.agencyId, tx.agencyId), eq(pairing.programId, programId), isReplaceable()))
    .returning({ id: pairing.id });
  return { rounds: ids, suggestions: withdrawn.map((row) => row.id) };
};

export interface Waiting {
  readonly requestId: RequestId;
  /** In the words of the engine, the binding one first. */
  readonly causes: unknown;
}

/** Those a round left over. */
export const insertWaiting = (
  tx: Tx,
  of: Pick<Round, 'id' | 'programId'>,
  rows: readonly Waiting[],
): Promise<void> =>
  inChunks(rows, (chunk) =>
    tx.orm
      .insert(waiting)
      .values(
        chunk.map((row) => ({ agencyId: tx.agencyId, roundId: of.id, programId: of.programId, ...row })),
      ),
  );

export const listWaiting = (read: Read, id: RoundId): Promise<readonly Waiting[]> =>
  read.orm
    .select({ requestId: waiting.requestId, causes: waiting.causes })
    .from(waiting)
    .where(and(eq(waiting.agencyId, read.agencyId), eq(waiting.roundId, id)))
    .orderBy(waiting.requestId);

export const findRound = async (read: Read, id: RoundId): Promise<Round | null> => {
  const [row] = await read.orm
    .select(columns)
    .from(round)
    .where(and(eq(round.agencyId, read.agencyId), eq(round.id, id)));
  return row ?? null;
};

/** The program's rounds, newest first. */
export const listRounds = (read: Read, programId: ProgramId): Promise<readonly Round[]> =>
  read.orm
    .select(columns)
    .from(round)
    .where(and(eq(round.agencyId, read.agencyId), eq(round.programId, programId)))
    .orderBy(desc(round.number));

/** Rounds that run, or were interrupted: of one program, or of the whole agency. */
export const listRunningRounds = (
  read: Read,
  programId: ProgramId | null,
): Promise<readonly Pick<Round, 'id' | 'programId'>[]> =>
  read.orm
    .select({ id: round.id, programId: round.programId })
    .from(round)
    .where(
      and(
        eq(round.agencyId, read.agencyId),
        eq(round.status, 'running'),
        programId === null ? undefined : eq(round.programId, programId),
      ),
    );

/** The snapshot of a round as it was written, or null when it has none. */
export const loadSnapshot = async (read: Read, id: RoundId): Promise<string | null> => {
  const [row] = await read.orm
    .select({ snapshot: round.snapshot })
    .from(round)
    .where(and(eq(round.agencyId, read.agencyId), eq(round.id, id)));
  return row?.snapshot ?? null;
};

/** The first publishing of a ready round's pairings; nothing happens when it was published before. */
export const markRoundPublished = async (tx: Tx, id: RoundId, now: Instant): Promise<void> => {
  await tx.orm
    .update(round)
    .set({ status: 'published', publishedAt: now })
    .where(and(eq(round.agencyId, tx.agencyId), eq(round.id, id), eq(round.status, 'ready')));
};
