import { normalizeHours } from '../availability/stretches.ts';
import type { CareerStepId, TermId } from '../ids.ts';
import { formatHours } from '../notations/hours.ts';
import { formatLevels, formatYears } from '../notations/rated-names.ts';
import { formatStyle } from '../notations/style.ts';
import { formatVisibility } from '../notations/visibility.ts';
import { type SkillLevel, STYLE_ITEMS } from '../profiles/fields.ts';
import type { Profile } from '../profiles/profile.ts';
import { type ChangeList, withAdded } from './changes.ts';
import { planCareer } from './plan-career.ts';
import { type PlanContext, type Report, valuesOf } from './plan-context.ts';
import type { OpenField } from './plan-person.ts';
import type { RatedField, RowReading } from './read-row.ts';

/** A profile keeps at most so many skills, industries or languages from sheets. */
const MOST_LISTED = 100;

/** Parts of a profile that are written; one that is not named stays. */
export type PersonParts = Partial<
  Pick<Profile, 'skills' | 'industries' | 'languages' | 'career' | 'style' | 'hours' | 'visibility'>
>;

/** The member before the import. */
export interface PartsBefore {
  readonly profile: Profile | null;
  /** The occupation the job title names. */
  readonly occupationId: TermId | null;
  readonly open: OpenField;
}

interface Rated {
  readonly termId: TermId;
  readonly mark: number | null;
}

/**
 * Lists grow, and a level, a number of years or an answer that the sheet says replaces the one that was there. The usual
 * week is one value: the sheet's replaces it. What the sheet does not say stays.
 */
export const planParts = (
  context: PlanContext,
  reading: RowReading,
  before: PartsBefore,
  list: ChangeList,
  report: Report,
): PersonParts => {
  const { profile, open } = before;
  const parts: { -readonly [K in keyof PersonParts]: PersonParts[K] } = {};

  const rated = (
    field: RatedField,
    had: readonly Rated[],
    format: typeof formatLevels,
  ): readonly Rated[] | null => {
    if (!open(field, field, reading.lists[field])) return null;
    const all = planRated(context, reading, field, had, report);
    if (all === had) return null;
    const words = (values: readonly Rated[]) =>
      values.length === 0
        ? null
        : format(values.map(({ termId, mark }) => ({ name: context.termName(termId), mark })));
    list.note(field, words(had), words(all));
    return all;
  };
  const hadSkills = (profile?.skills ?? []).map(({ termId, level }) => ({ termId, mark: level }));
  const skills = rated('skills', hadSkills, formatLevels);
  if (skills) {
    parts.skills = skills.map(({ termId, mark }) => ({ termId, level: mark as SkillLevel | null }));
  }
  const hadIndustries = (profile?.industries ?? []).map(({ termId, years }) => ({ termId, mark: years }));
  const industries = rated('industries', hadIndustries, formatYears);
  if (industries) parts.industries = industries.map(({ termId, mark }) => ({ termId, years: mark }));

  const languages = open('languages', 'languages', reading.lists.languages)
    ? planLanguages(context, reading, profile?.languages ?? [], list, report)
    : null;
  if (languages) parts.languages = languages;

  if (open('career', 'career', reading.notations.career)) {
    const career = planCareer(context, reading, before, newIndustry(industries, hadIndustries), list, report);
    if (career) {
      parts.career = career.map(({ id, ...step }) => ({
        id: id ?? (context.nextId() as CareerStepId),
        ...step,
      }));
    }
  }
  const style = open('style', 'style', reading.notations.style)
    ? planStyle(reading.notations.style, profile?.style ?? {}, list)
    : null;
  if (style) parts.style = style;
  const hours = open('hours', 'hours', reading.notations.hours)
    ? planHours(reading.notations.hours, profile?.hours ?? [], list)
    : null;
  if (hours) parts.hours = hours;
  const visibility = planVisibility(reading.notations.visibility, profile, list, report);
  if (visibility) parts.visibility = visibility;
  return parts;
};

/** The one industry that the row adds, where it adds one. */
const newIndustry = (all: readonly Rated[] | null, had: readonly Rated[]): TermId | null =>
  all !== null && had.length === 0 && all.length === 1 ? all[0]!.termId : null;

/** Terms with their marks after the row; the same list where it says nothing new. */
const planRated = (
  context: PlanContext,
  reading: RowReading,
  field: RatedField,
  had: readonly Rated[],
  report: Report,
): readonly Rated[] => {
  const ids = withAdded(
    had.map(({ termId }) => termId),
    valuesOf(context, reading, field, report) as readonly TermId[],
  );
  const marks = new Map(had.map(({ termId, mark }) => [termId, mark]));
  const told = new Set<TermId>();
  for (const [spelling, mark] of reading.marks[field]) {
    const termId = context.book.find(field === 'skills' ? 'skill' : 'industry', spelling) as TermId | null;
    if (termId === null) continue;
    if (told.has(termId) && marks.get(termId) !== mark) report('said_twice', { field, value: spelling });
    else marks.set(termId, mark);
    told.add(termId);
  }
  const all = ids.map((termId) => ({ termId, mark: marks.get(termId) ?? null }));
  if (all.length > MOST_LISTED) {
    report('too_many', { field, number: MOST_LISTED });
    return had;
  }
  const same = all.length === had.length && all.every(({ mark }, at) => mark === had[at]!.mark);
  return same ? had : all;
};

const planLanguages = (
  context: PlanContext,
  reading: RowReading,
  had: readonly string[],
  list: ChangeList,
  report: Report,
): readonly string[] | null => {
  const all = withAdded(had, valuesOf(context, reading, 'languages', report));
  if (all === had) return null;
  if (all.length > MOST_LISTED) {
    report('too_many', { field: 'languages', number: MOST_LISTED });
    return null;
  }
  list.note('languages', had.length === 0 ? null : had.join('; '), all.join('; '));
  return all;
};

const blankIsNull = (text: string): string | null => (text === '' ? null : text);

const planStyle = (
  said: Profile['style'] | null,
  had: Profile['style'],
  list: ChangeList,
): Profile['style'] | null => {
  const style = { ...had, ...said };
  if (STYLE_ITEMS.every((item) => style[item] === had[item])) return null;
  list.note('style', blankIsNull(formatStyle(had)), formatStyle(style));
  return style;
};

const planHours = (
  said: Profile['hours'] | null,
  had: Profile['hours'],
  list: ChangeList,
): Profile['hours'] | null => {
  if (said === null || formatHours(said) === formatHours(had)) return null;
  list.note('hours', blankIsNull(formatHours(had)), formatHours(said));
  return normalizeHours(said);
};

/** Who sees what is the member's own decision: a sheet brings it along with somebody new, and changes nobody's. */
const planVisibility = (
  said: Profile['visibility'] | null,
  profile: Profile | null,
  list: ChangeList,
  report: Report,
): Profile['visibility'] | null => {
  if (said === null) return null;
  if (profile !== null) {
    const differs = Object.entries(said).some(
      ([field, shownTo]) => profile.visibility[field as keyof typeof said] !== shownTo,
    );
    if (differs) report('visibility_not_by_import', { field: 'visibility', value: formatVisibility(said) });
    return null;
  }
  list.note('visibility', null, formatVisibility(said));
  return said;
};
