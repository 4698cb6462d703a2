import type { MemberId, PairingId } from '@trellis/domain/ids';
import type { OwnPairingLine } from '@trellis/domain/pairings/own-views';
import type { BoardView, DecidedView, PublishedView, PublishPreview } from '@trellis/domain/pairings/views';
import { ask, type Call, type Caller, mutate } from './calls.ts';
import type { Evidence } from './evidence.ts';
import type { Dice } from './random.ts';
import type { World } from './world.ts';

/** What a client sees and says things about. */
export interface Client {
  readonly world: World;
  readonly caller: Caller;
  readonly dice: Dice;
  readonly choose: () => string | undefined;
}

/** A mutation that was answered, and what the database must hold because of it: all of it once, or none of it. */
export interface Move {
  readonly call: Call;
  readonly evidence: readonly Evidence[];
}

type Play = (client: Client) => Promise<Move | null>;

const answerOf = <T>(call: Call): T | null =>
  call.outcome.kind === 'done' ? (call.outcome.answer as T) : null;
/** So many rows when the call was done, none when it was refused. */
const once = (call: Call, count = 1): number => (call.outcome.kind === 'done' ? count : 0);

const boardOf = ({ world, caller, choose }: Client) =>
  ask<BoardView>(choose, caller, 'pairings.board', { programId: world.programId });
const seen = (pairing: { pairingId?: PairingId; id?: PairingId; version: number }) => ({
  pairingId: pairing.id ?? pairing.pairingId,
  version: pairing.version,
});

const decide: Play = async (client) => {
  const board = await boardOf(client);
  const { dice, world, caller, choose } = client;
  const pairings = dice.some(board?.pairings ?? [], 1 + dice.below(3));
  if (pairings.length === 0) return null;
  const to = dice.pick(['approved', 'approved', 'approved', 'dismissed', 'suggested', 'ruled_out'] as const)!;
  const why = dice.word();
  const input = { programId: world.programId, pairings: pairings.map(seen), to, why };
  const call = await mutate(choose, caller, 'pairings.decide', input);
  const moved = answerOf<DecidedView>(call)?.moved ?? [];
  return {
    call,
    evidence: moved
      .map(
        ({ pairingId }): Evidence => ({
          table: 'audit_entry',
          where: { why, action: `pairing.${to}`, subject_id: pairingId },
          count: 1,
        }),
      )
      .concat(moved.length === 0 ? [{ table: 'audit_entry', where: { why }, count: 0 }] : []),
  };
};

const pairByHand: Play = async ({ dice, world, caller, choose }) => {
  const [requestId, offerId] = [dice.pick(world.requests), dice.pick(world.offers)];
  const input = { programId: world.programId, requestId, offerId, waive: true };
  const call = await mutate(choose, caller, 'pairings.byHand', input);
  const made = answerOf<DecidedView>(call)?.moved ?? [];
  return {
    call,
    evidence: made.map(({ pairingId }) => ({ table: 'pairing', where: { id: pairingId }, count: 1 })),
  };
};

const swap: Play = async (client) => {
  const board = await boardOf(client);
  const { dice, world, caller, choose } = client;
  const open = board?.pairings.filter(({ status }) => status === 'suggested' || status === 'approved') ?? [];
  const [one, other] = dice.some(open, 2);
  if (!one || !other) return null;
  const moves = [
    { requestId: one.requestId, leaves: seen(one), offerId: other.offerId },
    { requestId: other.requestId, leaves: seen(other), offerId: one.offerId },
  ];
  const call = await mutate(choose, caller, 'pairings.swap', { programId: world.programId, moves });
  return { call, evidence: [] };
};

const note: Play = async (client) => {
  const board = await boardOf(client);
  const { dice, caller, choose } = client;
  const pairing = dice.pick(board?.pairings ?? []);
  if (!pairing) return null;
  const body = dice.word();
  const call = await mutate(choose, caller, 'pairings.note', { pairingId: pairing.id, body });
  return { call, evidence: [{ table: 'pairing_note', where: { body }, count: once(call) }] };
};

const publish: Play = async ({ dice, world, caller, choose }) => {
  const { programId } = world;
  const asked = { programId, pairingIds: null };
  const preview = await ask<PublishPreview>(choose, caller, 'pairings.publishPreview', asked);
  if (!preview || preview.approved.length === 0) return null;
  if (preview.withoutNextStep.length > 0) {
    const words = dice.word();
    const requestIds = preview.withoutNextStep.map(({ requestId }) => requestId);
    const staff = await ask<{ member: { id: MemberId } }>(choose, caller, 'session.current');
    const promise = { requestIds, kind: 'own', words, ownerId: staff?.member.id, dueOn: '2030-01-01' };
    const call = await mutate(choose, caller, 'nextSteps.promise', promise);
    return {
      call,
      evidence: [{ table: 'next_step', where: { words }, count: once(call, requestIds.length) }],
    };
  }
  const pairingIds = preview.approved.map(({ pairingId }) => pairingId);
  const call = await mutate(choose, caller, 'pairings.publish', { programId, pairingIds });
  const published = answerOf<PublishedView>(call)?.published ?? [];
  return {
    call,
    evidence: published.map((id) => ({
      table: 'audit_entry',
      where: { action: 'pairing.invited', subject_id: id },
      count: 1,
    })),
  };
};

const withdraw: Play = async (client) => {
  const board = await boardOf(client);
  const { dice, caller, choose } = client;
  const pairing = dice.pick(board?.pairings.filter(({ status }) => status === 'invited') ?? []);
  if (!pairing) return null;
  const why = dice.word();
  const call = await mutate(choose, caller, 'pairings.withdraw', { pairingId: pairing.id, why });
  return { call, evidence: [{ table: 'pairing', where: { end_reason_note: why }, count: once(call) }] };
};

const startRound: Play = async ({ world, caller, choose }) => {
  const call = await mutate(choose, caller, 'rounds.start', { programId: world.programId });
  const made = answerOf<{ roundId: string }>(call);
  return {
    call,
    evidence: made
      ? [
          { table: 'round', where: { id: made.roundId }, count: 1 },
          { table: 'audit_entry', where: { action: 'round.started', subject_id: made.roundId }, count: 1 },
        ]
      : [],
  };
};

const addMember: Play = async ({ dice, caller, choose }) => {
  const displayName = dice.word();
  const input = { displayName, email: null, roles: ['mentee'] };
  const call = await mutate(choose, caller, 'members.add', input);
  return { call, evidence: [{ table: 'member', where: { display_name: displayName }, count: once(call) }] };
};

const separate: Play = async ({ dice, world, caller, choose }) => {
  const [memberA, memberB] = dice.some(world.members, 2);
  const why = dice.word();
  const call = await mutate(choose, caller, 'separations.make', { memberA, memberB, why });
  const where = { why, action: 'separation.made' };
  return { call, evidence: [{ table: 'audit_entry', where, count: once(call) }] };
};

const addTerm: Play = async ({ dice, caller, choose }) => {
  const name = dice.word();
  const input = { kind: 'skill', name, parentId: null };
  const call = await mutate(choose, caller, 'taxonomy.add', input);
  return { call, evidence: [{ table: 'taxonomy_term', where: { name }, count: once(call) }] };
};

const changeCapacity: Play = async ({ dice, world, caller, choose }) => {
  const change = { capacity: 1 + dice.below(3) };
  const call = await mutate(choose, caller, 'offers.save', { offerId: dice.pick(world.offers), change });
  return { call, evidence: [] };
};

const answer: Play = async ({ dice, caller, choose }) => {
  const own = await ask<OwnPairingLine[]>(choose, caller, 'myPairings.list');
  const pairing = dice.pick(own ?? []);
  if (!pairing) return null;
  const said = dice.pick(['accepted', 'accepted', 'declined', 'go_on', 'not_now'] as const)!;
  const input = { pairingId: pairing.id, answer: said, words: null };
  const call = await mutate(choose, caller, 'myPairings.answer', input);
  return { call, evidence: [] };
};

/** How often staff do what, by repetition. */
const OF_STAFF: readonly Play[] = [
  ...[decide, decide, decide, decide, pairByHand, pairByHand, swap, note, publish, publish],
  ...[withdraw, startRound, addMember, separate, addTerm, changeCapacity],
];

export const playAsStaff = (client: Client): Promise<Move | null> => client.dice.pick(OF_STAFF)!(client);
export const playAsMentor: Play = answer;
