import { checkAudit } from '@trellis/db/audit';
import { inRead } from '@trellis/db/client';
import { readTrail } from '@trellis/db/reads/audit-trail';
import type { ReadAudit } from '@trellis/domain/audit/inputs';
import type { AuditCheckView, AuditPage } from '@trellis/domain/audit/views';
import type { Actor } from '@trellis/domain/members/actor';
import type { Deps } from '../../deps.ts';

/** Long chains take their time: each hash is computed anew. */
const CHECK_TIMEOUT_MS = 60_000;

/** One page of the audit trail, newest first. */
export const readAudit = (deps: Pick<Deps, 'db'>, actor: Actor, input: ReadAudit): Promise<AuditPage> =>
  inRead(deps.db, actor, async (read) => {
    const entries = await readTrail(read, {
      subjectKind: input.subject,
      memberId: input.memberId,
      before: input.cursor ?? null,
      limit: input.limit,
    });
    return {
      lines: entries.map((entry) => ({
        seq: entry.seq,
        at: entry.at,
        actor: entry.actorId === null ? null : { id: entry.actorId, name: entry.actor ?? '' },
        action: entry.action,
        subjectKind: entry.subjectKind,
        subjectId: entry.subjectId,
        subject: entry.subject,
        why: entry.why,
        detail: JSON.stringify(entry.detail),
        wordsRemoved: entry.wordsRemoved,
      })),
      nextCursor: entries.length === input.limit ? (entries.at(-1)?.seq ?? null) : null,
    };
  });

/** Whether nothing was changed or taken out of the trail since it was written. */
export const checkTrail = (deps: Pick<Deps, 'db'>, actor: Actor): Promise<AuditCheckView> =>
  inRead(deps.db, actor, checkAudit, { statementTimeoutMs: CHECK_TIMEOUT_MS });
