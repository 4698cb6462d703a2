import {
  AddMember,
  ChangeMember,
  ChangeRoles,
  ChooseLocale,
  FindPeople,
  MemberRef,
  MoveMember,
} from '@trellis/domain/members/inputs';
import { GivenSignIn, LeftMember, People, PersonView } from '@trellis/domain/members/views';
import { may, router } from '../../trpc/init.ts';
import { answer } from '../../trpc/refusals.ts';
import { addMember } from './add-member.ts';
import { changeMember } from './change-member.ts';
import { changeRoles } from './change-roles.ts';
import { chooseLocale } from './choose-locale.ts';
import { eraseMember } from './erase-member.ts';
import { giveSignIn } from './give-sign-in.ts';
import { moveMember } from './move-member.ts';
import { findPeople, readPerson } from './reads.ts';

export const membersRouter = router({
  find: may('members.read')
    .input(FindPeople)
    .output(People)
    .query(({ ctx, input }) => findPeople(ctx.deps, ctx.actor, input)),
  one: may('members.read')
    .input(MemberRef)
    .output(PersonView)
    .query(async ({ ctx, input }) => answer(await readPerson(ctx.deps, ctx.actor, input.memberId))),
  add: may('members.change')
    .input(AddMember)
    .output(MemberRef)
    .mutation(async ({ ctx, input }) => answer(await addMember(ctx.deps, ctx.actor, input))),
  change: may('members.change')
    .input(ChangeMember)
    .output(MemberRef)
    .mutation(async ({ ctx, input }) => answer(await changeMember(ctx.deps, ctx.actor, input))),
  changeRoles: may('members.change')
    .input(ChangeRoles)
    .output(MemberRef)
    .mutation(async ({ ctx, input }) => answer(await changeRoles(ctx.deps, ctx.actor, input))),
  move: may('members.change')
    .input(MoveMember)
    .output(LeftMember)
    .mutation(async ({ ctx, input }) => answer(await moveMember(ctx.deps, ctx.actor, input))),
  giveSignIn: may('members.change')
    .input(MemberRef)
    .output(GivenSignIn)
    .mutation(async ({ ctx, input }) => answer(await giveSignIn(ctx.deps, ctx.actor, input))),
  /** Oneself, or anybody by an admin. */
  erase: may('members.erase')
    .input(MemberRef)
    .output(LeftMember)
    .mutation(async ({ ctx, input }) => answer(await eraseMember(ctx.deps, ctx.actor, input))),
  chooseLocale: may('profiles.change')
    .input(ChooseLocale)
    .output(ChooseLocale)
    .mutation(async ({ ctx, input }) => answer(await chooseLocale(ctx.deps, ctx.actor, input))),
});
