import { ProfileOf, SaveProfile } from '@trellis/domain/profiles/inputs';
import { ProfileRef, ProfileView } from '@trellis/domain/profiles/views';
import { may, router } from '../../trpc/init.ts';
import { answer } from '../../trpc/refusals.ts';
import { readProfile } from './read-profile.ts';
import { saveProfile } from './save-profile.ts';

export const profilesRouter = router({
  /** One's own unless staff name somebody else. */
  one: may('profiles.read')
    .input(ProfileOf)
    .output(ProfileView)
    .query(async ({ ctx, input }) =>
      answer(await readProfile(ctx.deps, ctx.actor, input.memberId ?? ctx.actor.memberId)),
    ),
  save: may('profiles.change')
    .input(SaveProfile)
    .output(ProfileRef)
    .mutation(async ({ ctx, input }) => answer(await saveProfile(ctx.deps, ctx.actor, input))),
});
