import { appendAudits } from '@trellis/db/audit';
import { inTx } from '@trellis/db/client';
import { forgetCalls } from '@trellis/db/idempotency';
import { discardOldUploads } from '@trellis/db/imports';
import { forgetDone } from '@trellis/db/outbox';
import type { Instant } from '@trellis/domain/time';
import type { Job } from './job.ts';

const DAY_MS = 86_400_000;
/** A browser that retries does so within minutes; two days leave room for a laptop that was shut. */
const CALLS_KEPT_DAYS = 2;
const DONE_KEPT_DAYS = 30;
/** A sheet of people that was uploaded and not brought in within a week was a try; its cells are personal data. */
const UPLOADS_KEPT_DAYS = 7;

/** Removes what only served to do things once and is too old to matter, and sheets that nobody brought in. */
export const forgetOld: Job = async (deps, agency) => {
  const now = Date.parse(deps.clock.now());
  const daysAgo = (days: number) => new Date(now - days * DAY_MS).toISOString() as Instant;
  await inTx(deps.db, agency, async (tx) => {
    await forgetCalls(tx, daysAgo(CALLS_KEPT_DAYS));
    await forgetDone(tx, daysAgo(DONE_KEPT_DAYS));
    const uploads = await discardOldUploads(tx, daysAgo(UPLOADS_KEPT_DAYS));
    await appendAudits(
      tx,
      uploads.map((id) => ({
        action: 'import.discarded',
        subjectKind: 'import',
        subjectId: id,
        detail: { by: 'schedule' },
      })),
    );
  });
};
