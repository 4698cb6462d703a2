import type { OfferId, TermId } from '../ids.ts';
import type { Offer, OfferStatus } from '../offers/offer.ts';
import { MOST_GOALS, MOST_INDUSTRIES, MOST_SKILLS } from '../requests/inputs.ts';
import { type ChangeList, withAdded } from './changes.ts';
import { formatList } from './lists.ts';
import { type PlanContext, type Report, valuesOf } from './plan-context.ts';
import type { PersonWrite } from './plan-person.ts';
import type { RowReading } from './read-row.ts';

export interface OfferWrite {
  readonly offer: Offer;
  readonly isNew: boolean;
  /** The status to leave, where it changes. */
  readonly movesFrom: OfferStatus | null;
  /** Whether anything but the status is written. */
  readonly saved: boolean;
}

/**
 * What a mentor's row says about the offer. A blank capacity stays unknown and zero is none: both keep the offer out of
 * a round, each with its own reason. Who is disabled rests (paused), who is matched already takes no part (closed);
 * "not disabled" opens nothing that rests, for the mentor may have paused it.
 */
export const planOffer = (
  context: PlanContext,
  reading: RowReading,
  person: Pick<PersonWrite, 'memberId'>,
  list: ChangeList,
  report: Report,
): OfferWrite | null => {
  const had = context.people.offers.get(person.memberId) ?? null;
  const base: Offer = had ?? {
    id: context.nextId() as OfferId,
    programId: context.programId!,
    memberId: person.memberId,
    status: 'open',
    capacity: null,
    goals: [],
    skills: [],
    industries: [],
    note: null,
    hoursPerMonth: null,
  };
  const before = list.changes.length;
  const grown = (
    field: 'goals' | 'skills' | 'industries',
    own: readonly TermId[],
    most: number,
    told: boolean,
  ) => {
    const all = withAdded(
      own,
      valuesOf(context, reading, field, told ? report : () => {}) as readonly TermId[],
    );
    if (all.length > most) {
      report('too_many', { field, number: most });
      return own;
    }
    return all;
  };
  // Unknown skills and industries were reported with the profile.
  const goals = grown('goals', base.goals, MOST_GOALS, true);
  const skills = grown('skills', base.skills, MOST_SKILLS, false);
  const industries = grown('industries', base.industries, MOST_INDUSTRIES, false);
  const offer: Offer = {
    ...base,
    goals,
    skills,
    industries,
    capacity: capacityOf(context, reading, base, report),
    hoursPerMonth: reading.counts.hours_per_month ?? base.hoursPerMonth,
    note: reading.texts.note ?? base.note,
    status: statusOf(reading, base.status),
  };
  const names = (ids: readonly TermId[]) => (ids.length === 0 ? null : formatList(ids.map(context.termName)));
  if (had === null) list.note('offer', null, offer.status);
  list.note('goals', names(base.goals), names(goals));
  list.note('capacity', base.capacity, offer.capacity);
  list.note('hours_per_month', base.hoursPerMonth, offer.hoursPerMonth);
  list.note('note', base.note, offer.note);
  const listsGrew = skills !== base.skills || industries !== base.industries;
  const saved = had === null || listsGrew || list.changes.length > before;
  // The profile's own lines tell of these; an offer alone behind its profile is told here.
  if (had !== null && listsGrew && list.changes.length === 0)
    list.note('skills', names(base.skills), names(skills));
  if (had !== null) list.note('status', had.status, offer.status);
  if (list.changes.length === before && !saved) return null;
  return {
    offer,
    isNew: had === null,
    movesFrom: had !== null && had.status !== offer.status ? had.status : null,
    saved,
  };
};

const statusOf = (reading: RowReading, now: OfferStatus): OfferStatus => {
  if (now === 'closed') return now;
  if (reading.flags.matched === true) return 'closed';
  return reading.flags.disabled === true ? 'paused' : now;
};

const capacityOf = (
  context: PlanContext,
  reading: RowReading,
  base: Offer,
  report: Report,
): Offer['capacity'] => {
  const { capacity } = reading.counts;
  if (capacity === null) return base.capacity;
  const held = context.people.held.get(base.id) ?? 0;
  if (capacity < held) {
    report('below_held', { field: 'capacity', value: String(capacity), number: held });
    return base.capacity;
  }
  return capacity;
};
