import type { MemberId } from '../ids.ts';
import type { Actor } from './actor.ts';
import type { Role } from './roles.ts';

/** `agency`: anything of the agency · `own`: only what belongs to the member who acts. */
export type Scope = 'agency' | 'own';

type Grants = Partial<Record<Role | 'member', Scope>>;

const STAFF: Grants = { coordinator: 'agency', admin: 'agency' };
const ADMIN: Grants = { admin: 'agency' };
const OWN: Grants = { member: 'own', coordinator: 'agency', admin: 'agency' };
const EVERYONE: Grants = { member: 'agency' };

/**
 * The one table that says who may do what. `member` is anybody signed in to the agency.
 * Every procedure names one of these actions; a test walks procedure × role × whose.
 */
export const POLICY = {
  'agency.read': EVERYONE,
  'agency.change': ADMIN,
  'members.read': STAFF,
  'members.change': ADMIN,
  'members.export': STAFF,
  'members.erase': { member: 'own', admin: 'agency' },
  'profiles.read': OWN,
  'profiles.change': OWN,
  'taxonomy.read': EVERYONE,
  'taxonomy.change': STAFF,
  'availability.read': OWN,
  'availability.change': OWN,
  'programs.read': EVERYONE,
  'programs.change': STAFF,
  'requests.read': OWN,
  'requests.change': OWN,
  'offers.read': OWN,
  'offers.change': OWN,
  'wishes.read': OWN,
  'wishes.change': OWN,
  'imports.read': STAFF,
  'imports.change': STAFF,
  'rounds.read': STAFF,
  'rounds.run': STAFF,
  'outcomes.read': STAFF,
  'pairings.read': STAFF,
  'pairings.decide': STAFF,
  'pairings.publish': STAFF,
  'pairings.see_own': OWN,
  'pairings.answer': { member: 'own' },
  'separations.read': STAFF,
  'separations.change': STAFF,
  'next_steps.read': OWN,
  'next_steps.change': STAFF,
  'audit.read': ADMIN,
} as const satisfies Record<string, Grants>;

export type Action = keyof typeof POLICY;

/** The widest scope the actor has for an action, or null for none. */
export const scopeOf = (actor: Pick<Actor, 'roles'>, action: Action): Scope | null => {
  const grants: Grants = POLICY[action];
  const scopes = [grants.member, ...actor.roles.map((role) => grants[role])];
  if (scopes.includes('agency')) return 'agency';
  return scopes.includes('own') ? 'own' : null;
};

/** Whether the actor may do this to something that belongs to `ownerId` (null: it belongs to nobody in particular). */
export const allows = (actor: Actor, action: Action, ownerId: MemberId | null): boolean => {
  const scope = scopeOf(actor, action);
  return scope === 'agency' || (scope === 'own' && ownerId === actor.memberId);
};
