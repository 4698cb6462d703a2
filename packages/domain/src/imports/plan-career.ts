import type { CareerStepId, TermId } from '../ids.ts';
import { type CareerWords, formatCareer } from '../notations/career.ts';
import { MOST_CAREER_STEPS } from '../profiles/inputs.ts';
import type { CareerStep } from '../profiles/profile.ts';
import { maySee } from '../profiles/visible-profile.ts';
import type { ChangeList } from './changes.ts';
import type { PlanContext, Report } from './plan-context.ts';
import type { PartsBefore } from './plan-parts.ts';
import type { RowReading } from './read-row.ts';

/** A step to be kept: one that is new has no id yet. */
type PlannedStep = Omit<CareerStep, 'id'> & { readonly id: CareerStepId | null };

/**
 * The career after the row, or null where it stays. Steps are only added; one of the sheet that differs from a known one
 * by its end alone brings that end along ("since 2020" became "2020–2024"). A sheet without career steps makes one of the
 * job title, where the agency knows that occupation and nothing else is known.
 * @param industry the one industry the row adds, for a step made of the job title
 */
export const planCareer = (
  context: PlanContext,
  reading: RowReading,
  before: PartsBefore,
  industry: TermId | null,
  list: ChangeList,
  report: Report,
): readonly PlannedStep[] | null => {
  const had: readonly PlannedStep[] = before.profile?.career ?? [];
  if (context.headerOf('career') === null) return ofTitle(context, reading, before, industry, list);
  const seesEmployers = before.profile === null || maySee(before.profile, 'employer', 'staff');
  const shown = had.map((step) => (seesEmployers ? step : { ...step, employer: null }));
  const steps = [...had];
  const said = (reading.notations.career ?? []).flatMap((words) => stepOf(context, words, report) ?? []);
  const known = matching(shown, said);
  const added = said.filter((_, at) => !known.has(at));
  for (const [at, place] of known) {
    const { toYear } = said[at]!;
    if (toYear !== null) steps[place] = { ...steps[place]!, toYear };
  }
  const all = [...steps, ...added];
  if (added.length === 0 && steps.every((step, at) => step === had[at] || step.toYear === had[at]!.toYear))
    return null;
  if (all.length > MOST_CAREER_STEPS) {
    report('too_many', { field: 'career', number: MOST_CAREER_STEPS });
    return null;
  }
  const words = (career: readonly PlannedStep[]) =>
    formatCareer(
      career.map((step) => ({
        occupation: nameOf(context, step.occupationId),
        industry: nameOf(context, step.industryId),
        employer: seesEmployers ? step.employer : null,
        fromYear: step.fromYear,
        toYear: step.toYear,
      })),
    );
  const from = words(had);
  list.note('career', from === '' ? null : from, words(all));
  return all;
};

const nameOf = (context: PlanContext, id: TermId | null): string | null =>
  id === null ? null : context.termName(id);

/** Which known step each of the sheet's is, by place: first what is the same throughout, then what only ends otherwise. */
const matching = (
  known: readonly PlannedStep[],
  said: readonly PlannedStep[],
): ReadonlyMap<number, number> => {
  const free = new Set(known.keys());
  const found = new Map<number, number>();
  for (const sameEnd of [true, false]) {
    for (const [at, step] of said.entries()) {
      if (found.has(at)) continue;
      const place = [...free].find(
        (each) => isAlike(known[each]!, step) && (!sameEnd || known[each]!.toYear === step.toYear),
      );
      if (place === undefined) continue;
      found.set(at, place);
      free.delete(place);
    }
  }
  return found;
};

const isAlike = (a: PlannedStep, b: PlannedStep): boolean =>
  a.occupationId === b.occupationId &&
  a.industryId === b.industryId &&
  a.employer === b.employer &&
  a.fromYear === b.fromYear;

/** A step with its terms; null where a name in it was left out, so that nothing is left of the step but years. */
const stepOf = (context: PlanContext, words: CareerWords, report: Report): PlannedStep | null => {
  const term = (kind: 'occupation' | 'industry', spelling: string | null): TermId | null => {
    if (spelling === null) return null;
    const id = context.book.find(kind, spelling);
    if (id === null && context.book.undecided(kind, spelling)) {
      report('unknown_value', { field: 'career', value: spelling });
    }
    return id as TermId | null;
  };
  const occupationId = term('occupation', words.occupation);
  const industryId = term('industry', words.industry);
  const lost =
    (words.occupation !== null && occupationId === null) || (words.industry !== null && industryId === null);
  if (lost && occupationId === null && industryId === null && words.employer === null) return null;
  const { employer, fromYear, toYear } = words;
  return { id: null, occupationId, industryId, employer, fromYear, toYear };
};

const ofTitle = (
  context: PlanContext,
  reading: RowReading,
  { profile, occupationId }: PartsBefore,
  industryId: TermId | null,
  list: ChangeList,
): readonly PlannedStep[] | null => {
  if (occupationId === null || (profile?.career.length ?? 0) > 0) return null;
  const { years } = reading.counts;
  list.note('occupation', null, context.termName(occupationId));
  return [
    {
      id: null,
      occupationId,
      industryId,
      employer: reading.texts.employer ?? null,
      fromYear: years === null ? null : Number(context.now.slice(0, 4)) - years,
      toYear: null,
    },
  ];
};
