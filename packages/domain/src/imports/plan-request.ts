import type { RequestId, TermId } from '../ids.ts';
import { MOST_GOALS, MOST_INDUSTRIES, MOST_SKILLS } from '../requests/inputs.ts';
import { canOpenRequest } from '../requests/moves.ts';
import type { Request, RequestStatus } from '../requests/request.ts';
import { type ChangeList, withAdded } from './changes.ts';
import { formatList } from './lists.ts';
import { type PlanContext, type Report, valuesOf } from './plan-context.ts';
import type { PersonWrite } from './plan-person.ts';
import type { RowReading } from './read-row.ts';

export interface RequestWrite {
  readonly request: Request;
  readonly isNew: boolean;
  readonly movesFrom: RequestStatus | null;
}

const EDITABLE: readonly RequestStatus[] = ['draft', 'open', 'paused'];

/**
 * What a mentee's row says about the request. It opens where there is something to look for (a goal, a skill or a
 * direction), else it stays a draft and says so. Served and withdrawn requests are left alone.
 */
export const planRequest = (
  context: PlanContext,
  reading: RowReading,
  person: Pick<PersonWrite, 'memberId' | 'occupationId'>,
  list: ChangeList,
  report: Report,
): RequestWrite | null => {
  const all = context.people.requests.get(person.memberId) ?? [];
  const had = all.findLast(({ status }) => EDITABLE.includes(status)) ?? null;
  if (had === null && all.length > 0) {
    report('ended');
    return null;
  }
  const base = had ?? emptyRequest(context, person.memberId);
  const before = list.changes.length;
  const terms = (field: 'goals' | 'wanted_skills' | 'wanted_industries' | 'towards_occupation') =>
    valuesOf(context, reading, field, report) as readonly TermId[];
  const grown = (
    field: 'goals' | 'wanted_skills' | 'wanted_industries',
    own: readonly TermId[],
    most: number,
  ) => {
    const more = withAdded(own, terms(field));
    if (more.length <= most) return more;
    report('too_many', { field, number: most });
    return own;
  };
  const own = base.skills.map(({ termId }) => termId);
  const wanted = grown('wanted_skills', own, MOST_SKILLS);
  const written: Request = {
    ...base,
    from: { ...base.from, occupationId: base.from.occupationId ?? person.occupationId },
    towards: { ...base.towards, occupationId: terms('towards_occupation')[0] ?? base.towards.occupationId },
    goals: grown('goals', base.goals, MOST_GOALS),
    skills: [
      ...base.skills,
      ...wanted.slice(own.length).map((termId) => ({ termId, need: 'nice' as const })),
    ],
    industries: grown('wanted_industries', base.industries, MOST_INDUSTRIES),
    note: reading.texts.note ?? base.note,
  };
  const request: Request = { ...written, ...opening(context, reading, written, had, report) };
  const names = (ids: readonly TermId[]) => (ids.length === 0 ? null : formatList(ids.map(context.termName)));
  const name = (id: TermId | null) => (id === null ? null : context.termName(id));
  if (had === null) list.note('request', null, request.status);
  list.note('goals', names(base.goals), names(request.goals));
  list.note('wanted_skills', names(own), names(wanted));
  list.note('wanted_industries', names(base.industries), names(request.industries));
  list.note('towards_occupation', name(base.towards.occupationId), name(request.towards.occupationId));
  list.note('note', base.note, request.note);
  if (had !== null) {
    list.note('occupation', name(base.from.occupationId), name(request.from.occupationId));
    list.note('status', had.status, request.status);
  }
  if (list.changes.length === before) return null;
  return {
    request,
    isNew: had === null,
    movesFrom: had !== null && had.status !== request.status ? had.status : null,
  };
};

const emptyRequest = (context: PlanContext, memberId: Request['memberId']): Request => ({
  id: context.nextId() as RequestId,
  programId: context.programId!,
  memberId,
  status: 'draft',
  seats: 1,
  from: { occupationId: null, industryId: null },
  towards: { occupationId: null, industryId: null },
  goals: [],
  skills: [],
  industries: [],
  languages: [],
  mix: null,
  note: null,
  openedAt: null,
  missedRounds: 0,
  wishes: [],
});

const opening = (
  context: PlanContext,
  reading: RowReading,
  written: Request,
  had: Request | null,
  report: Report,
): Pick<Request, 'status' | 'openedAt'> => {
  const rests = reading.flags.disabled === true || reading.flags.matched === true;
  if (rests)
    return {
      status: had === null || had.status === 'open' ? 'paused' : had.status,
      openedAt: written.openedAt,
    };
  // What somebody is writing themselves is theirs to open.
  if (had !== null) return { status: had.status, openedAt: had.openedAt };
  if (canOpenRequest(written)) return { status: 'open', openedAt: context.now };
  report('not_open_yet');
  return { status: 'draft', openedAt: null };
};
