import type { MemberId, NextStepId, ProgramId, RequestId } from '@trellis/domain/ids';
import type { NextStepKind } from '@trellis/domain/next-steps/next-step';
import type { Day, Instant } from '@trellis/domain/time';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Read, Tx } from './client.ts';
import { nextStep } from './schema/next-steps.ts';
import { amongIds, inChunks } from './sets.ts';

/** What happens next for a waiting request: an owner, a step and a day. */
export interface NewNextStep {
  readonly id: NextStepId;
  readonly programId: ProgramId;
  readonly requestId: RequestId;
  readonly kind: NextStepKind;
  readonly words: string | null;
  readonly ownerId: MemberId;
  readonly dueOn: Day;
}

/** Makes these the open promises of their requests; earlier ones that were still open count as done. */
export const replaceNextSteps = async (
  tx: Tx,
  steps: readonly NewNextStep[],
  now: Instant,
): Promise<void> => {
  await finishNextStepsOf(
    tx,
    steps.map(({ requestId }) => requestId),
    now,
  );
  await inChunks(steps, (chunk) =>
    tx.orm
      .insert(nextStep)
      .values(
        chunk.map((step) => ({ agencyId: tx.agencyId, ...step, createdBy: tx.actorId, createdAt: now })),
      ),
  );
};

/** Ends the open promises of these requests: something better came. */
export const finishNextStepsOf = async (tx: Tx, ids: readonly RequestId[], now: Instant): Promise<void> => {
  await tx.orm
    .update(nextStep)
    .set({ doneAt: now })
    .where(
      and(eq(nextStep.agencyId, tx.agencyId), amongIds(nextStep.requestId, ids), isNull(nextStep.doneAt)),
    );
};

/** Marks one promise as kept, or as open again; returns its request, or null when it was so already. */
export const markNextStep = async (
  tx: Tx,
  id: NextStepId,
  done: boolean,
  now: Instant,
): Promise<RequestId | null> => {
  const [row] = await tx.orm
    .update(nextStep)
    .set({ doneAt: done ? now : null })
    .where(
      and(
        eq(nextStep.agencyId, tx.agencyId),
        eq(nextStep.id, id),
        done ? isNull(nextStep.doneAt) : isNotNull(nextStep.doneAt),
      ),
    )
    .returning({ requestId: nextStep.requestId });
  return row?.requestId ?? null;
};

/** Whether there is such a promise in this agency, kept or open. */
export const hasNextStep = async (read: Read, id: NextStepId): Promise<boolean> => {
  const rows = await read.orm
    .select({ id: nextStep.id })
    .from(nextStep)
    .where(and(eq(nextStep.agencyId, read.agencyId), eq(nextStep.id, id)));
  return rows.length > 0;
};
