import type { Role } from '../members/roles.ts';
import type { PairingStatus } from './statuses.ts';

/** Who can move a pairing: staff, one of the two people in it, or the clock. */
export const PARTIES = ['coordinator', 'mentor', 'mentee', 'schedule'] as const;
export type Party = (typeof PARTIES)[number];

/** What must hold besides the status; checked by the use case that has the facts at hand. */
export type TransitionCondition =
  | 'seats_free'
  | 'rules_hold'
  | 'everybody_has_a_next_step'
  | 'both_accepted'
  | 'is_asked'
  | 'both_go_on'
  | 'agreement_signed'
  | 'reason_given'
  | 'past_expiry'
  | 'none';

export interface Transition {
  readonly from: readonly PairingStatus[];
  readonly by: readonly Party[];
  readonly condition: TransitionCondition;
}

/**
 * The lifecycle of a pairing: target status → where it may come from, who may do it, what else must hold.
 * The server decides by it, the web shows a button by it, and the database checks it once more.
 */
export const TRANSITIONS: Readonly<Record<PairingStatus, Transition>> = {
  // Undo of a decision; a dismissed or ruled-out pairing may come back where both seats are still free.
  suggested: { from: ['approved', 'dismissed', 'ruled_out'], by: ['coordinator'], condition: 'seats_free' },
  approved: { from: ['suggested'], by: ['coordinator'], condition: 'rules_hold' },
  invited: { from: ['approved'], by: ['coordinator'], condition: 'everybody_has_a_next_step' },
  meeting: { from: ['invited'], by: ['mentor', 'mentee'], condition: 'both_accepted' },
  active: {
    from: ['meeting', 'paused', 'closed'],
    by: ['coordinator', 'mentor', 'mentee'],
    condition: 'both_go_on',
  },
  paused: { from: ['active'], by: ['coordinator', 'mentor', 'mentee'], condition: 'none' },
  closing: { from: ['active', 'paused'], by: ['coordinator', 'mentor', 'mentee'], condition: 'none' },
  kept: { from: ['closing'], by: ['mentor', 'mentee'], condition: 'none' },
  dismissed: { from: ['suggested', 'approved'], by: ['coordinator'], condition: 'none' },
  ruled_out: { from: ['suggested', 'approved', 'dismissed'], by: ['coordinator'], condition: 'none' },
  declined: { from: ['invited'], by: ['mentor', 'mentee'], condition: 'is_asked' },
  expired: { from: ['invited'], by: ['schedule'], condition: 'past_expiry' },
  withdrawn: {
    from: ['suggested', 'approved', 'invited', 'meeting', 'active', 'paused', 'closing'],
    by: ['coordinator'],
    condition: 'reason_given',
  },
  not_now: { from: ['meeting'], by: ['mentor', 'mentee'], condition: 'none' },
  closed: { from: ['closing'], by: ['coordinator', 'mentor', 'mentee'], condition: 'none' },
  erased: {
    from: ['suggested', 'approved', 'invited', 'meeting', 'active', 'paused', 'closing'],
    by: ['coordinator'],
    condition: 'reason_given',
  },
};

/** Every legal step, as the database keeps it. */
export const TRANSITION_STEPS: readonly { readonly from: PairingStatus; readonly to: PairingStatus }[] =
  Object.entries(TRANSITIONS).flatMap(([to, transition]) =>
    transition.from.map((from) => ({ from, to: to as PairingStatus })),
  );

/**
 * The parties a member stands for in one pairing. Staff count as coordinators, except in a pairing of their own:
 * nobody approves themselves.
 */
export const partiesOf = (roles: readonly Role[], place: 'mentor' | 'mentee' | null): readonly Party[] => {
  if (place !== null) return [place];
  return roles.includes('coordinator') || roles.includes('admin') ? ['coordinator'] : [];
};

/** Whether a pairing in `from` may go to `to` by one of these parties, conditions aside. */
export const mayMove = (from: PairingStatus, to: PairingStatus, parties: readonly Party[]): boolean => {
  const transition = TRANSITIONS[to];
  return transition.from.includes(from) && transition.by.some((party) => parties.includes(party));
};

/** What these parties could do with a pairing in this status, in the order of the lifecycle. */
export const possibleMoves = (from: PairingStatus, parties: readonly Party[]): readonly PairingStatus[] =>
  (Object.keys(TRANSITIONS) as PairingStatus[]).filter((to) => mayMove(from, to, parties));
