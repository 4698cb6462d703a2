import type { MemberId } from '@trellis/domain/ids';
import { and, eq, sql } from 'drizzle-orm';
import type { Read } from '../client.ts';
import { member } from '../schema/members.ts';

/** Members who are called like one of these, capitals aside. */
export const findNamesakes = async (read: Read, names: readonly string[]): Promise<readonly MemberId[]> => {
  if (names.length === 0) return [];
  const rows = await read.orm
    .select({ id: member.id })
    .from(member)
    .where(
      and(
        eq(member.agencyId, read.agencyId),
        sql`lower(${member.displayName}) in (
          select lower(name) from jsonb_array_elements_text(${JSON.stringify(names)}::jsonb) as name)`,
      ),
    );
  return rows.map(({ id }) => id);
};
