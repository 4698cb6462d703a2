import { z } from 'zod';

/** NUL cannot be stored by PostgreSQL; a lone surrogate is not text at all. */
const isStorable = (value: string): boolean => !value.includes('\u0000') && value.isWellFormed();

/**
 * Text as people type it: well-formed, NFC-normalized (Unicode TR15), trimmed, at most `max` characters.
 * An empty string is allowed; use `requiredText` where it is not.
 */
export const text = (max: number) =>
  z
    .string()
    .refine(isStorable, { error: 'not_text' })
    .transform((value) => value.normalize('NFC').trim())
    .pipe(z.string().max(max));

/** As `text`, but something must remain after trimming. */
export const requiredText = (max: number) => text(max).pipe(z.string().min(1));

/** An e-mail address, lower-cased: one person, one spelling. */
export const EmailAddress = text(254)
  .transform((value) => value.toLowerCase())
  .pipe(z.email());
export type EmailAddress = z.infer<typeof EmailAddress>;
