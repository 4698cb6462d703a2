import { z } from 'zod';
import { TermId } from '../ids.ts';
import { requiredText } from '../text.ts';
import { aliasKey } from './alias-key.ts';
import { TermKind } from './kinds.ts';

/** A spelling that says something: at least one letter or digit remains under its key. */
const Spelling = requiredText(120).refine((value) => aliasKey(value) !== '', { error: 'only_signs' });

export const AddTerm = z.strictObject({ kind: TermKind, name: Spelling, parentId: TermId.nullable() });
export type AddTerm = z.infer<typeof AddTerm>;

export const RenameTerm = z.strictObject({ termId: TermId, name: Spelling });
export type RenameTerm = z.infer<typeof RenameTerm>;

/** Puts a term below another of its kind, or at the top (null). */
export const MoveTerm = z.strictObject({ termId: TermId, parentId: TermId.nullable() });
export type MoveTerm = z.infer<typeof MoveTerm>;

export const ChangeAlias = z.strictObject({ termId: TermId, spelling: Spelling });
export type ChangeAlias = z.infer<typeof ChangeAlias>;

/** Makes `gone` one with `into`. */
export const MergeTerms = z.strictObject({ gone: TermId, into: TermId });
export type MergeTerms = z.infer<typeof MergeTerms>;

export const TermRef = z.strictObject({ termId: TermId });
export type TermRef = z.infer<typeof TermRef>;
