import { SaveHours, SeeHours } from '@trellis/domain/availability/inputs';
import { HoursRef, HoursView, SeenHoursView, ZoneOption } from '@trellis/domain/availability/views';
import { MemberId } from '@trellis/domain/ids';
import { z } from 'zod';
import { may, router } from '../../trpc/init.ts';
import { answer } from '../../trpc/refusals.ts';
import { listZones } from './list-zones.ts';
import { readHours } from './read-hours.ts';
import { readSeenHours } from './read-seen-hours.ts';
import { saveHours } from './save-hours.ts';

export const availabilityRouter = router({
  /** One's own unless staff name somebody else. */
  one: may('availability.read')
    .input(z.strictObject({ memberId: MemberId.optional() }))
    .output(HoursView)
    .query(async ({ ctx, input }) =>
      answer(await readHours(ctx.deps, ctx.actor, input.memberId ?? ctx.actor.memberId)),
    ),
  /** Somebody's hours on one's own clock. */
  seenBy: may('availability.read')
    .input(SeeHours)
    .output(SeenHoursView)
    .query(async ({ ctx, input }) => answer(await readSeenHours(ctx.deps, ctx.actor, input))),
  zones: may('availability.read')
    .output(z.array(ZoneOption))
    .query(({ ctx }) => listZones(ctx.deps)),
  save: may('availability.change')
    .input(SaveHours)
    .output(HoursRef)
    .mutation(async ({ ctx, input }) => answer(await saveHours(ctx.deps, ctx.actor, input))),
});
