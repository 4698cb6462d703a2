import { ReadAudit } from '@trellis/domain/audit/inputs';
import { AuditCheckView, AuditPage } from '@trellis/domain/audit/views';
import { may, router } from '../../trpc/init.ts';
import { checkTrail, readAudit } from './reads.ts';

export const auditRouter = router({
  read: may('audit.read')
    .input(ReadAudit)
    .output(AuditPage)
    .query(({ ctx, input }) => readAudit(ctx.deps, ctx.actor, input)),
  check: may('audit.read')
    .output(AuditCheckView)
    .query(({ ctx }) => checkTrail(ctx.deps, ctx.actor)),
});
