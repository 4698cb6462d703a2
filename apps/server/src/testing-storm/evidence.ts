import type { TransactionSql } from 'postgres';

/** So many rows of a table look like this because of one call. */
export interface Evidence {
  readonly table: string;
  readonly where: Readonly<Record<string, string>>;
  readonly count: number;
}

/** Counts them, in the agency the transaction has entered; null when it is as it must be. */
export const missingEvidence = async (
  tx: TransactionSql,
  { table, where, count }: Evidence,
): Promise<string | null> => {
  const columns = Object.entries(where);
  const conditions = columns.reduce(
    (all, [column, value]) => tx`${all} and ${tx(column)}::text = ${value}`,
    tx`true`,
  );
  const [found] = await tx<{ n: number }[]>`select count(*)::int as n from ${tx(table)} where ${conditions}`;
  return found!.n === count ? null : `${table} has ${found!.n} of ${JSON.stringify(where)}, not ${count}`;
};
