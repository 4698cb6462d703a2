import type { AgencyId } from '@trellis/domain/ids';
import type { Instant, Locale, TimeZone } from '@trellis/domain/time';
import { asc, eq } from 'drizzle-orm';
import { type Db, inNoAgency, type Read, type Tx } from './client.ts';
import { agency } from './schema/agency.ts';

export interface Agency {
  readonly id: AgencyId;
  readonly name: string;
  readonly locale: Locale;
  readonly timeZone: TimeZone;
}

const columns = { id: agency.id, name: agency.name, locale: agency.locale, timeZone: agency.timeZone };

/** Every agency of this database, by name: for schedules and the terminal, which then enter one after another. */
export const listAgencies = (db: Db): Promise<readonly Agency[]> =>
  inNoAgency(db, (orm) => orm.select(columns).from(agency).orderBy(asc(agency.name), asc(agency.id)), {
    directory: true,
  });

/** Creates the agency this transaction is in: open it as `{ agencyId: <the new id>, memberId: null }`. */
export const insertAgency = async (
  tx: Tx,
  fields: Omit<Agency, 'id'> & { readonly createdAt: Instant },
): Promise<void> => {
  await tx.orm.insert(agency).values({ id: tx.agencyId, ...fields });
};

export const updateAgency = async (tx: Tx, fields: Partial<Omit<Agency, 'id'>>): Promise<void> => {
  if (Object.keys(fields).length === 0) return;
  await tx.orm.update(agency).set(fields).where(eq(agency.id, tx.agencyId));
};

/** The agency this transaction is in. Throws when it does not exist. */
export const getAgency = async (read: Read): Promise<Agency> => {
  const [row] = await read.orm.select(columns).from(agency).where(eq(agency.id, read.agencyId));
  if (!row) throw new Error('This agency does not exist.');
  return row;
};
