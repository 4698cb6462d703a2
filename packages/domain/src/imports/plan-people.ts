import type { MemberId } from '../ids.ts';
import { type ChangeList, changeList, type RowOutcome } from './changes.ts';
import { type Identity, identify, rowName } from './identify.ts';
import { type PlanContext, reporter } from './plan-context.ts';
import { type OfferWrite, planOffer } from './plan-offer.ts';
import { type PersonWrite, planPerson } from './plan-person.ts';
import { planRequest, type RequestWrite } from './plan-request.ts';
import type { ImportProblem } from './problems.ts';
import type { RowReading } from './read-row.ts';

/** A row that may be about somebody who is known under the same name. */
export interface MaybeSame {
  readonly line: number;
  readonly name: string;
  readonly candidates: readonly {
    readonly memberId: MemberId;
    readonly name: string;
    readonly country: string | null;
  }[];
}

export interface PlannedPerson {
  readonly outcome: RowOutcome;
  /** Null where the row is left out. */
  readonly memberId: MemberId | null;
  /** Null where nothing is written. */
  readonly write: {
    readonly person: PersonWrite;
    readonly offer: OfferWrite | null;
    readonly request: RequestWrite | null;
  } | null;
}

export interface PeoplePlan {
  readonly rows: readonly PlannedPerson[];
  readonly problems: readonly ImportProblem[];
  readonly maybe: readonly MaybeSame[];
}

/**
 * What would come of every row, from what is there now. Pure: the preview and the import itself call this with the
 * same rows, so what was shown is what is done.
 * @param chosen who a row is about, where a person said so: a member, or null for "somebody new"
 */
export const planPeople = (
  context: PlanContext,
  readings: readonly RowReading[],
  chosen: ReadonlyMap<number, MemberId | null>,
): PeoplePlan => {
  const problems: ImportProblem[] = [];
  const maybe: MaybeSame[] = [];
  const seen = new Map<string, number>();

  const planRow = (reading: RowReading): PlannedPerson => {
    const mine: ImportProblem[] = [...reading.problems];
    const report = reporter(context, reading.line, mine);
    const label = rowName(reading) ?? reading.texts.email ?? reading.texts.ref ?? '';
    const leftOut = (): PlannedPerson => ({
      outcome: { line: reading.line, name: label, outcome: 'left_out', changes: [] },
      memberId: null,
      write: null,
    });
    const finish = (planned: PlannedPerson): PlannedPerson => {
      problems.push(...mine);
      return planned;
    };

    const identity = identify(context, reading, chosen.get(reading.line), report);
    if (identity === null) return finish(leftOut());
    const keys = identity.known
      ? [`member ${identity.known.id}`]
      : [identity.email, identity.ref].filter((key) => key !== null);
    const earlier = keys.map((key) => seen.get(key)).find((line) => line !== undefined);
    if (earlier !== undefined) {
      report('twice', { number: earlier });
      return finish(leftOut());
    }
    for (const key of keys) seen.set(key, reading.line);
    if (identity.known && (identity.known.status === 'withdrawn' || identity.known.status === 'erased')) {
      if (saysNothingNew(context, reading, identity)) {
        return {
          outcome: { line: reading.line, name: label, outcome: 'same', changes: [] },
          memberId: null,
          write: null,
        };
      }
      report('has_left');
      return finish(leftOut());
    }
    const list = changeList();
    const person = planPerson(context, reading, identity, list, report);
    if (identity.maybe.length > 0) {
      maybe.push({
        line: reading.line,
        name: person.name,
        candidates: identity.maybe.map(({ id, displayName, country }) => ({
          memberId: id,
          name: displayName,
          country,
        })),
      });
    }
    const offer = context.kind === 'mentors' ? planOffer(context, reading, person, list, report) : null;
    const request = context.kind === 'mentees' ? planRequest(context, reading, person, list, report) : null;
    return finish(planned(reading, person, offer, request, list));
  };

  return { rows: readings.map(planRow), problems, maybe };
};

/** Whether somebody who has left stands there just as they are known, as in a file of all members. */
const saysNothingNew = (context: PlanContext, reading: RowReading, identity: Identity): boolean => {
  if (context.kind !== 'people') return false;
  const list = changeList();
  let problems = 0;
  planPerson(context, reading, identity, list, () => problems++);
  return list.changes.length === 0 && problems === 0;
};

const planned = (
  reading: RowReading,
  person: PersonWrite,
  offer: OfferWrite | null,
  request: RequestWrite | null,
  list: ChangeList,
): PlannedPerson => {
  const quiet = Object.keys(person.patch).length === 0 && offer === null && request === null;
  const outcome = person.isNew ? 'created' : list.changes.length > 0 ? 'changed' : 'same';
  return {
    outcome: { line: reading.line, name: person.name, outcome, changes: list.changes },
    memberId: person.memberId,
    write: outcome === 'same' && quiet ? null : { person, offer, request },
  };
};
