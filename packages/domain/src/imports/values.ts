import { z } from 'zod';
import { TermId } from '../ids.ts';
import { aliasKey } from '../taxonomy/alias-key.ts';
import { TERM_KINDS, type TermKind } from '../taxonomy/kinds.ts';
import type { ImportField } from './fields.ts';

/** What values of a list are matched against: the agency's terms, the world's languages and countries. */
export const VALUE_KINDS = [...TERM_KINDS, 'language', 'country'] as const;
export const ValueKind = z.enum(VALUE_KINDS);
export type ValueKind = z.infer<typeof ValueKind>;

export const isTermKind = (kind: ValueKind): kind is TermKind =>
  (TERM_KINDS as readonly ValueKind[]).includes(kind);

/** Fields whose values are looked up, and where. */
export const VALUE_KIND_OF: Readonly<Partial<Record<ImportField, ValueKind>>> = {
  skills: 'skill',
  wanted_skills: 'skill',
  industries: 'industry',
  wanted_industries: 'industry',
  goals: 'goal',
  towards_occupation: 'occupation',
  languages: 'language',
  country: 'country',
};

/** `same` as a known one · `new` term of this spelling · `leave` it out. */
const Take = z.discriminatedUnion('as', [
  /** A term's id, or the code of a language or country. */
  z.strictObject({ as: z.literal('same'), id: z.union([TermId, z.string().regex(/^[A-Za-z]{2,3}$/)]) }),
  z.strictObject({ as: z.literal('new') }),
  z.strictObject({ as: z.literal('leave') }),
]);

/** One decision for one unknown value, wherever it stands in the sheet. */
export const ValueDecision = z.strictObject({
  kind: ValueKind,
  /** `valueKey` of the spelling. */
  key: z.string().min(1).max(500),
  take: Take,
});
export type ValueDecision = z.infer<typeof ValueDecision>;

export const valueKey = (spelling: string): string => aliasKey(spelling).slice(0, 500);

/** A value nobody knows yet, with what it may mean and what will be done with it. */
export const UnknownValue = z.strictObject({
  kind: ValueKind,
  key: z.string(),
  /** The spelling used most. */
  spelling: z.string(),
  rows: z.number().int(),
  suggestions: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  take: Take,
  /** Whether a person decided, or this is the default. */
  decided: z.boolean(),
});
export type UnknownValue = z.infer<typeof UnknownValue>;
