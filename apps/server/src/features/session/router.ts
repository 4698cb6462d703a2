import { CurrentSession, DemoSignIns } from '@trellis/domain/members/session';
import { demoSignIns } from '../../demo/sign-ins.ts';
import { open, router } from '../../trpc/init.ts';

export const sessionRouter = router({
  current: open.output(CurrentSession).query(async ({ ctx }) => {
    const visitor = await ctx.visitor();
    if (!visitor) return { account: null, member: null, agency: null };
    const account = { email: visitor.account.email, name: visitor.account.name };
    if (!visitor.membership) return { account, member: null, agency: null };
    const { member, agency } = visitor.membership;
    return {
      account,
      member: {
        id: member.id,
        displayName: member.displayName,
        roles: [...member.roles],
        locale: member.locale,
        timeZone: member.timeZone ?? agency.timeZone,
      },
      agency,
    };
  }),
  demoSignIns: open.output(DemoSignIns).query(({ ctx }) => (ctx.deps.demo ? [...demoSignIns] : [])),
});
