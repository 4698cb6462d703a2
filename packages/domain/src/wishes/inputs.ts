import { z } from 'zod';
import { OfferId, RequestId } from '../ids.ts';
import { text } from '../text.ts';

export const MOST_WISHES = 5;

export const BrowseMentors = z.strictObject({ requestId: RequestId });
export type BrowseMentors = z.infer<typeof BrowseMentors>;

/** All wishes of a request, dearest first; each mentor once. */
export const SaveWishes = z.strictObject({
  requestId: RequestId,
  wishes: z
    .array(z.strictObject({ offerId: OfferId, line: text(300).nullable() }))
    .max(MOST_WISHES)
    .refine((wishes) => new Set(wishes.map(({ offerId }) => offerId)).size === wishes.length, {
      error: 'twice',
    }),
});
export type SaveWishes = z.infer<typeof SaveWishes>;
