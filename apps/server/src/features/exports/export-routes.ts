import { Readable } from 'node:stream';
import { ExportKind } from '@trellis/domain/exports/kinds';
import { scopeOf } from '@trellis/domain/members/policy';
import type { FastifyPluginAsync } from 'fastify';
import type { Deps } from '../../deps.ts';
import { findVisitor } from '../../trpc/context.ts';
import { exportTable } from './export-table.ts';

/**
 * `GET /api/export/people`: a table as a CSV file, streamed, for those who may export. A plain address instead of a
 * procedure, so that the browser itself saves the file.
 */
export const exportRoutes =
  (deps: Deps): FastifyPluginAsync =>
  async (app) => {
    const limit = { rateLimit: { max: 60, timeWindow: 60_000 } };
    app.get<{ Params: { kind: string } }>('/api/export/:kind', { config: limit }, async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const visitor = await findVisitor(deps, request);
      if (!visitor?.membership) return reply.status(401).send({ error: 'UNAUTHORIZED' });
      const { member, agency } = visitor.membership;
      if (scopeOf(member, 'members.export') !== 'agency')
        return reply.status(403).send({ error: 'FORBIDDEN' });
      const kind = ExportKind.safeParse(request.params.kind);
      if (!kind.success) return reply.status(404).send({ error: 'not_found' });
      const actor = { agencyId: agency.id, memberId: member.id };
      const lines = await exportTable(deps, actor, kind.data);
      const day = deps.clock.now().slice(0, 10);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="trellis-${kind.data}-${day}.csv"`)
        .send(Readable.from(lines, { objectMode: false }));
    });
  };
