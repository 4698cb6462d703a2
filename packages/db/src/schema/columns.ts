import type { AgencyId } from '@trellis/domain/ids';
import type { Instant } from '@trellis/domain/time';
import { type SQL, sql } from 'drizzle-orm';
import { type AnyPgColumn, check, customType, uuid } from 'drizzle-orm/pg-core';

/** An instant in UTC: ISO 8601 with `Z` on our side, `timestamptz` with milliseconds in PostgreSQL. */
export const instant = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamp (3) with time zone',
  fromDriver: (value) => new Date(value).toISOString() as Instant,
});

/** The tenant column every table but sign-in begins with. */
export const agencyColumn = () => uuid('agency_id').$type<AgencyId>().notNull();

const quoted = (value: string | number): string =>
  typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;

/** `('a', 'b')`, for a check or a partial index built from one of domain's lists. */
export const listOf = (values: readonly (string | number)[]): SQL =>
  sql.raw(`(${values.map(quoted).join(', ')})`);

/** A column holds one of domain's words. Text and a check, never a pg enum (not leakproof under RLS). */
export const oneOf = (name: string, column: AnyPgColumn, values: readonly (string | number)[]) =>
  check(name, sql`${column} in ${listOf(values)}`);
