import type { TermId } from '@trellis/domain/ids';
import { TERM_KINDS, type TermKind } from '@trellis/domain/taxonomy/kinds';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { agency } from './agency.ts';
import { agencyColumn, instant, oneOf } from './columns.ts';

/** A skill, industry, occupation or goal of an agency. A merged term stays, pointing at the one it became. */
export const taxonomyTerm = pgTable(
  'taxonomy_term',
  {
    agencyId: agencyColumn(),
    id: uuid('id').$type<TermId>().notNull(),
    kind: text('kind').$type<TermKind>().notNull(),
    name: text('name').notNull(),
    parentId: uuid('parent_id').$type<TermId>(),
    mergedInto: uuid('merged_into').$type<TermId>(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'taxonomy_term_pkey', columns: [t.agencyId, t.id] }),
    // The target of every key that must stay within one kind.
    unique('taxonomy_term_kind_key').on(t.agencyId, t.kind, t.id),
    foreignKey({ name: 'taxonomy_term_agency_fkey', columns: [t.agencyId], foreignColumns: [agency.id] }),
    foreignKey({
      name: 'taxonomy_term_parent_fkey',
      columns: [t.agencyId, t.kind, t.parentId],
      foreignColumns: [t.agencyId, t.kind, t.id],
    }),
    foreignKey({
      name: 'taxonomy_term_merged_fkey',
      columns: [t.agencyId, t.kind, t.mergedInto],
      foreignColumns: [t.agencyId, t.kind, t.id],
    }),
    index('taxonomy_term_parent_idx').on(t.agencyId, t.parentId),
    oneOf('taxonomy_term_kind_check', t.kind, TERM_KINDS),
    check('taxonomy_term_parent_check', sql`${t.parentId} <> ${t.id}`),
    check('taxonomy_term_merged_check', sql`${t.mergedInto} <> ${t.id}`),
  ],
);

/** Every spelling of a term, its own name included, by the key under which spellings meet. */
export const taxonomyAlias = pgTable(
  'taxonomy_alias',
  {
    agencyId: agencyColumn(),
    kind: text('kind').$type<TermKind>().notNull(),
    aliasKey: text('alias_key').notNull(),
    termId: uuid('term_id').$type<TermId>().notNull(),
    /** As somebody typed it first. */
    spelling: text('spelling').notNull(),
  },
  (t) => [
    primaryKey({ name: 'taxonomy_alias_pkey', columns: [t.agencyId, t.kind, t.aliasKey] }),
    foreignKey({
      name: 'taxonomy_alias_term_fkey',
      columns: [t.agencyId, t.kind, t.termId],
      foreignColumns: [taxonomyTerm.agencyId, taxonomyTerm.kind, taxonomyTerm.id],
    }),
    index('taxonomy_alias_term_idx').on(t.agencyId, t.termId),
    check('taxonomy_alias_key_check', sql`${t.aliasKey} <> ''`),
  ],
);
