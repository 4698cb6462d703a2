import { AgencySettings } from '@trellis/domain/agencies/inputs';
import { may, router } from '../../trpc/init.ts';
import { answer } from '../../trpc/refusals.ts';
import { changeAgency } from './change-agency.ts';

export const agencyRouter = router({
  settings: may('agency.read')
    .output(AgencySettings)
    .query(({ ctx: { agency } }) => ({
      name: agency.name,
      locale: agency.locale,
      timeZone: agency.timeZone,
    })),
  change: may('agency.change')
    .input(AgencySettings)
    .output(AgencySettings)
    .mutation(async ({ ctx, input }) => answer(await changeAgency(ctx.deps, ctx.actor, input))),
});
