import { appendAudit } from '@trellis/db/audit';
import { type ActsIn, inRead, inTx } from '@trellis/db/client';
import { BYTE_ORDER_MARK, csvLine } from '@trellis/domain/exports/csv';
import type { ExportKind } from '@trellis/domain/exports/kinds';
import type { Deps } from '../../deps.ts';
import { readTable } from './tables.ts';

const LINES_A_PIECE = 500;

/**
 * Everything staff can see of one kind, as CSV in pieces of a few hundred lines. That it was taken along is kept in the
 * audit before the first line leaves.
 */
export const exportTable = async (
  deps: Pick<Deps, 'db'>,
  actor: ActsIn,
  kind: ExportKind,
): Promise<Iterable<string>> => {
  const table = await inRead(deps.db, actor, (read) => readTable(read, kind));
  await inTx(deps.db, actor, (tx) =>
    appendAudit(tx, {
      action: `${kind}.exported`,
      subjectKind: 'agency',
      subjectId: tx.agencyId,
      detail: { rows: table.rows.length },
    }),
  );
  return pieces(table.headers, table.rows);
};

function* pieces(
  headers: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): Generator<string> {
  yield BYTE_ORDER_MARK + csvLine(headers);
  for (let from = 0; from < rows.length; from += LINES_A_PIECE) {
    yield rows
      .slice(from, from + LINES_A_PIECE)
      .map(csvLine)
      .join('');
  }
}
