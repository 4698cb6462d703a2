import type { MemberId } from '@trellis/domain/ids';
import type { ProfileField, StyleItem, Visibility } from '@trellis/domain/profiles/fields';
import type { Profile } from '@trellis/domain/profiles/profile';
import { and, eq } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from './client.ts';
import {
  careerStep,
  fieldVisibility,
  memberIndustry,
  memberLanguage,
  memberSkill,
  memberStyle,
} from './schema/profiles.ts';
import { amongIds, inChunks } from './sets.ts';
import { replaceHours } from './weekly-hours.ts';

/** The lists of a profile. A part that is named replaces what was there; one that is not named stays. */
export type ProfileParts = Partial<
  Pick<Profile, 'skills' | 'industries' | 'career' | 'languages' | 'style' | 'visibility' | 'hours'>
>;

export interface PartsOfMember {
  readonly memberId: MemberId;
  readonly parts: ProfileParts;
}

type PartTable =
  | typeof memberSkill
  | typeof memberIndustry
  | typeof careerStep
  | typeof memberLanguage
  | typeof memberStyle
  | typeof fieldVisibility;

/** Saves the named parts of any number of profiles: one delete and few inserts per part, not per member. */
export const saveProfileParts = async (tx: Tx, changes: readonly PartsOfMember[]): Promise<void> => {
  const { agencyId } = tx;

  const replace = async <K extends keyof ProfileParts, R extends object>(
    part: K,
    table: PartTable & PgTable,
    rowsOf: (value: NonNullable<ProfileParts[K]>) => readonly R[],
    insert: (rows: (R & { agencyId: typeof agencyId; memberId: MemberId })[]) => PromiseLike<unknown>,
  ): Promise<void> => {
    const named = changes.filter(({ parts }) => parts[part] !== undefined);
    if (named.length === 0) return;
    const ids = named.map(({ memberId }) => memberId);
    await tx.orm.delete(table).where(and(eq(table.agencyId, agencyId), amongIds(table.memberId, ids)));
    const rows = named.flatMap(({ memberId, parts }) =>
      rowsOf(parts[part]!).map((row) => ({ agencyId, memberId, ...row })),
    );
    await inChunks(rows, insert);
  };

  await replace(
    'skills',
    memberSkill,
    (skills) => skills,
    (rows) => tx.orm.insert(memberSkill).values(rows),
  );
  await replace(
    'industries',
    memberIndustry,
    (industries) => industries,
    (rows) => tx.orm.insert(memberIndustry).values(rows),
  );
  await replace(
    'career',
    careerStep,
    (career) => career.map((step, position) => ({ ...step, position })),
    (rows) => tx.orm.insert(careerStep).values(rows),
  );
  await replace(
    'languages',
    memberLanguage,
    (languages) => [...new Set(languages)].map((language) => ({ language })),
    (rows) => tx.orm.insert(memberLanguage).values(rows),
  );
  await replace(
    'style',
    memberStyle,
    (style) =>
      (Object.entries(style) as [StyleItem, number | undefined][]).flatMap(([item, answer]) =>
        answer === undefined ? [] : [{ item, answer }],
      ),
    (rows) => tx.orm.insert(memberStyle).values(rows),
  );
  await replace(
    'visibility',
    fieldVisibility,
    (visibility) =>
      (Object.entries(visibility) as [ProfileField, Visibility | undefined][]).flatMap(([field, value]) =>
        value === undefined ? [] : [{ field, visibility: value }],
      ),
    (rows) => tx.orm.insert(fieldVisibility).values(rows),
  );
  await replaceHours(
    tx,
    changes.flatMap(({ memberId, parts: { hours } }) => (hours === undefined ? [] : [{ memberId, hours }])),
  );
};

/** Removes everything a member said in lists, e.g. when they are erased. */
export const removeProfileParts = (tx: Tx, memberId: MemberId): Promise<void> =>
  saveProfileParts(tx, [
    {
      memberId,
      parts: {
        skills: [],
        industries: [],
        career: [],
        languages: [],
        style: {},
        visibility: {},
        hours: [],
      },
    },
  ]);
