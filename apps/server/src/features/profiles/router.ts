import { MemberId } from '@trellis/domain/ids';
import { SaveProfile } from '@trellis/domain/profiles/inputs';
import { ProfileRef, ProfileView } from '@trellis/domain/profiles/views';
import { z } from 'zod';
import { may, router } from '../../trpc/init.ts';
import { answer } from '../../trpc/refusals.ts';
import { readProfile } from './read-profile.ts';
import { saveProfile } from './save-profile.ts';

export const profilesRouter = router({
  /** One's own unless staff name somebody else. */
  one: may('profiles.read')
    .input(z.strictObject({ memberId: MemberId.optional() }))
    .output(ProfileView)
    .query(async ({ ctx, input }) =>
      answer(await readProfile(ctx.deps, ctx.actor, input.memberId ?? ctx.actor.memberId)),
    ),
  save: may('profiles.change')
    .input(SaveProfile)
    .output(ProfileRef)
    .mutation(async ({ ctx, input }) => answer(await saveProfile(ctx.deps, ctx.actor, input))),
});
