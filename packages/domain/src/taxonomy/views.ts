import { z } from 'zod';
import { TermId } from '../ids.ts';
import { TermKind } from './kinds.ts';

/** A term with every other spelling that finds it. */
export const TermView = z.strictObject({
  id: TermId,
  kind: TermKind,
  name: z.string(),
  parentId: TermId.nullable(),
  aliases: z.array(z.string()),
});
export type TermView = z.infer<typeof TermView>;

/** Terms of all kinds, by name. */
export const TaxonomyView = z.strictObject({ terms: z.array(TermView) });
export type TaxonomyView = z.infer<typeof TaxonomyView>;

/** What a merge would move over: how many people, requests and offers name the term that goes. */
export const MergePreview = z.strictObject({
  people: z.number().int(),
  requests: z.number().int(),
  offers: z.number().int(),
  children: z.number().int(),
  spellings: z.array(z.string()),
});
export type MergePreview = z.infer<typeof MergePreview>;

export const StarterResult = z.strictObject({ added: z.number().int(), known: z.number().int() });
export type StarterResult = z.infer<typeof StarterResult>;
