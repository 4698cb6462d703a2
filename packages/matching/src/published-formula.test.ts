import { readFileSync } from 'node:fs';
import { weekOf } from '@trellis/domain/availability/zone-rules';
import { FIT_SCALE } from '@trellis/domain/fit/fit';
import { fitOf } from '@trellis/domain/fit/fit-of';
import {
  arbitraryPair,
  arbitraryWeights,
  type PersonPair,
  sidesOf,
  TERMS,
  yardstickWith,
  ZONES,
} from '@trellis/domain/fit/testing/arbitrary-people';
import type { TermId } from '@trellis/domain/ids';
import { STYLE_ITEMS } from '@trellis/domain/profiles/fields';
import type { Profile } from '@trellis/domain/profiles/profile';
import { CRITERIA, type Criterion, type Weights } from '@trellis/domain/programs/settings';
import fc from 'fast-check';
import { expect, it } from 'vitest';

/** The page for an agency's owner, as running text: where a line breaks has no meaning. */
const page = readFileSync(new URL('../../../docs/how-matching-works.md', import.meta.url), 'utf8').replaceAll(
  /\s+/g,
  ' ',
);

// What follows is the formula as that page publishes it, worked out anew in plain numbers from 0 to 1: nothing of the
// engine's own arithmetic. Each function begins with the sentence it follows, and the sentence must stand on the page.
const sentences: string[] = [];
const published = (sentence: string) => sentences.push(sentence);

type Value = number | null;
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const best = (values: readonly number[]) => Math.max(0, ...values);
const parentOf = new Map(TERMS.map((term) => [term.id, term.parentId]));

published(
  'Nearness of two terms in your lists: same 1, parent and child 0.6, brothers and sisters 0.4, else 0.',
);
const nearness = (a: TermId, b: TermId): number => {
  if (a === b) return 1;
  const [above, beside] = [parentOf.get(a) ?? null, parentOf.get(b) ?? null];
  return above === b || beside === a ? 0.6 : above !== null && above === beside ? 0.4 : 0;
};

/** What somebody keeps to themselves counts as left blank. */
const shown = (profile: Profile): Profile => {
  const hidden = (field: keyof Profile['visibility']) => profile.visibility[field] === 'self';
  return {
    ...profile,
    skills: hidden('skills') ? [] : profile.skills,
    industries: hidden('industries') ? [] : profile.industries,
    career: hidden('career') ? [] : profile.career,
    languages: hidden('languages') ? [] : profile.languages,
    style: hidden('style') ? {} : profile.style,
    hours: hidden('hours') ? [] : profile.hours,
    employer: hidden('employer') ? null : profile.employer,
  };
};

published('Levels 1 to 5 count 0.3, 0.55, 0.85, 1, 1; no level counts 0.85.');
published('Rarity is 1 + log₂(offers ÷ offers with that skill), at most 8; a must counts twice.');
const LEVELS = { 1: 0.3, 2: 0.55, 3: 0.85, 4: 1, 5: 1 };
const skills = ({ request, offer, mentor }: PersonPair): Value => {
  const held = new Map<TermId, number>(offer.skills.map((id) => [id, 0.85]));
  for (const { termId, level } of mentor.skills) held.set(termId, level === null ? 0.85 : LEVELS[level]);
  if (request.skills.length === 0 || held.size === 0) return null;
  // As the test's pool: sixteen offers, of which n mod 17 have the n-th term.
  const having = (id: TermId) => TERMS.findIndex((term) => term.id === id) % 17;
  const parts = request.skills.map(({ termId, need }) => ({
    weight: Math.min(8, 1 + Math.log2(16 / Math.max(1, having(termId)))) * (need === 'must' ? 2 : 1),
    value: best([...held].map(([id, worth]) => nearness(termId, id) * worth)),
  }));
  return parts.reduce((sum, p) => sum + p.weight * p.value, 0) / parts.reduce((sum, p) => sum + p.weight, 0);
};

published('**Goals**: for each goal asked for, the nearness of the nearest one; their mean.');
const goals = ({ request, offer }: PersonPair): Value =>
  request.goals.length === 0 || offer.goals.length === 0
    ? null
    : mean(request.goals.map((asked) => best(offer.goals.map((held) => nearness(asked, held)))));

published(
  '**Industries**: for each industry wanted, the best of nearness × years (five or more 1, two or more 0.85, less 0.6, not said 0.85); their mean.',
);
const industries = ({ request, offer, mentor }: PersonPair): Value => {
  const worth = (years: number | null) => (years === null ? 0.85 : years >= 5 ? 1 : years >= 2 ? 0.85 : 0.6);
  const held = new Map<TermId, number>(offer.industries.map((id) => [id, worth(null)]));
  for (const { industryId } of mentor.career) if (industryId) held.set(industryId, worth(null));
  for (const { termId, years } of mentor.industries) held.set(termId, worth(years));
  const wanted = new Set(request.industries);
  if (request.towards.industryId) wanted.add(request.towards.industryId);
  if (wanted.size === 0 || held.size === 0) return null;
  return mean([...wanted].map((asked) => best([...held].map(([id, years]) => nearness(asked, id) * years))));
};

published(
  '**Path**: the best over the mentor’s moves of *to* × (0.6 + 0.4 × *from*) and over the stations of 0.6 × *to*, where *to* and *from* are the nearness of the ends (occupation counts twice, industry once). If it is not known where the mentee comes from, *to* alone.',
);
interface Place {
  readonly occupationId: TermId | null;
  readonly industryId: TermId | null;
}
const path = ({ request, mentor }: PersonPair): Value => {
  const nearPlace = (wanted: Place, there: Place): Value => {
    const ends: number[] = [];
    if (wanted.occupationId && there.occupationId) {
      ends.push(...[1, 2].map(() => nearness(wanted.occupationId!, there.occupationId!)));
    }
    if (wanted.industryId && there.industryId) ends.push(nearness(wanted.industryId, there.industryId));
    return ends.length === 0 ? null : mean(ends);
  };
  const { from, towards } = request;
  if (!towards.occupationId && !towards.industryId) return null;
  const openStart = !from.occupationId && !from.industryId;
  const stations = [...mentor.career].sort((a, b) => (a.fromYear ?? 9999) - (b.fromYear ?? 9999));
  const values = stations.flatMap((station, k) => {
    const to = nearPlace(towards, station);
    if (to === null) return [];
    const before = stations[k - 1];
    const moved =
      before && (before.occupationId !== station.occupationId || before.industryId !== station.industryId);
    const came = openStart ? 1 : moved ? 0.6 + 0.4 * (nearPlace(from, before) ?? 0) : 0.6;
    return [to * came];
  });
  return values.length === 0 ? null : best(values);
};

published('**Working style**: 1 − mean distance ÷ 4 over the items both answered, at least two.');
const style = ({ mentee, mentor }: PersonPair): Value => {
  const gaps = STYLE_ITEMS.flatMap((item) => {
    const [a, b] = [mentee.style[item], mentor.style[item]];
    return a && b ? [Math.abs(a - b)] : [];
  });
  return gaps.length < 2 ? null : 1 - mean(gaps) / 4;
};

published(
  '**Shared time**: shared minutes ÷ 180, at most 1, in the week of the round with its real clock changes.',
);
const time = ({ mentee, mentor }: PersonPair): Value => {
  const monday = weekOf('2026-11-24');
  const minutes = ({ hours, timeZone }: Profile): Set<number> | null => {
    if (hours.length === 0 || timeZone === null) return null;
    const ahead = ZONES[timeZone as keyof typeof ZONES][0]!.minutes;
    const free = new Set<number>();
    // The weeks around it as well: what is Sunday night in one place is the next Monday in another.
    for (const week of [-1, 0, 1]) {
      for (const { weekday, from, to } of hours) {
        for (let minute = from; minute < to; minute++) {
          const utc = (week * 7 + weekday - 1) * 1440 + minute - ahead;
          if (utc >= 0 && utc < 7 * 1440) free.add(monday + utc);
        }
      }
    }
    return free;
  };
  const [a, b] = [minutes(mentee), minutes(mentor)];
  return a && b ? Math.min(1, [...a].filter((minute) => b.has(minute)).length / 180) : null;
};

published(
  '**Languages**: of those needed, the share the mentor speaks; else 1 if one is shared and the mentee names just one, 0.7 if one of several, 1 if two or more, 0 if none.',
);
const languages = ({ request, mentee, mentor }: PersonPair): Value => {
  const asked = request.languages.length > 0 ? request.languages : mentee.languages;
  if (asked.length === 0 || mentor.languages.length === 0) return null;
  const shared = asked.filter((one) => mentor.languages.includes(one)).length;
  if (request.languages.length > 0) return shared / asked.length;
  return shared === 0 ? 0 : shared === 1 && asked.length > 1 ? 0.7 : 1;
};

published(
  '**Wishes**: 1, 0.95, 0.9 … by place on the list; counted only where that does not lower the rest.',
);
const wishes = ({ request, offer }: PersonPair): Value => {
  const wish = request.wishes.find(({ offerId }) => offerId === offer.id);
  return wish ? 1 - 0.05 * (wish.rank - 1) : null;
};

published(
  '**Reach**: with *o* = shared fields ÷ all fields of the two (a field is the family of a skill, industry or occupation): 0.2 + 0.8 × 3 *o* up to a third, then 1.5 × (1 − *o*). Halved for the same employer.',
);
const reach = ({ request, mentee, mentor }: PersonPair): Value => {
  const fields = (profile: Profile, ...also: (TermId | null)[]) => {
    const terms = [
      ...profile.skills.map(({ termId }) => termId),
      ...profile.industries.map(({ termId }) => termId),
      ...profile.career.flatMap(({ occupationId, industryId }) => [occupationId, industryId]),
      ...also,
    ];
    return new Set(terms.flatMap((id) => (id ? [parentOf.get(id) ?? id] : [])));
  };
  const a = fields(mentee, request.from.occupationId, request.from.industryId);
  const b = fields(mentor);
  if (a.size === 0 || b.size === 0) return null;
  const shared = [...a].filter((field) => b.has(field)).length;
  const o = shared / (a.size + b.size - shared);
  const news = o <= 1 / 3 ? 0.2 + 0.8 * 3 * o : 1.5 * (1 - o);
  return mentee.employer !== null && mentee.employer === mentor.employer ? news / 2 : news;
};

const VALUE_OF: Record<Criterion, (pair: PersonPair) => Value> = {
  ...{ skills, goals, industries, path, style, time, languages, wishes, reach },
};

published('**Trust** = Σ weight × value ÷ Σ weight, over all of the above with evidence on both sides.');
published(
  '**Fit** = (1 − *m*) × trust + *m* × reach, where *m* is 0.6 × the mentee’s slider (0 … 1), or the weight of reach among all weights where the slider was not touched; where reach weighs 0, *m* is 0 for everybody. Without evidence on one axis, the other alone; without any, 0.5.',
);
const fit = (pair: PersonPair, weights: Weights): number => {
  const trustOf = (criteria: readonly Criterion[]): Value => {
    const known = criteria.flatMap((c) => {
      const value = VALUE_OF[c](pair);
      return value === null || weights[c] === 0 ? [] : [{ weight: weights[c], value }];
    });
    const all = known.reduce((sum, { weight }) => sum + weight, 0);
    return all === 0 ? null : known.reduce((sum, { weight, value }) => sum + weight * value, 0) / all;
  };
  const rest = CRITERIA.filter((c) => c !== 'reach' && c !== 'wishes');
  const [without, wished] = [trustOf(rest), trustOf([...rest, 'wishes'])];
  const trust = without === null || (wished !== null && wished >= without) ? wished : without;
  const all = CRITERIA.reduce((sum, c) => sum + weights[c], 0);
  const slider = pair.request.mix;
  const m = weights.reach === 0 ? 0 : slider === null ? weights.reach / all : 0.6 * (slider / 100);
  const news = m === 0 ? null : reach(pair);
  if (trust === null) return news ?? 0.5;
  return news === null ? trust : (1 - m) * trust + m * news;
};

it('stands on the page, sentence by sentence', () => {
  expect(sentences.filter((sentence) => !page.includes(sentence.replaceAll('’', "'")))).toEqual([]);
});

it('gives the values and the fit that the engine gives, for anybody', () => {
  fc.assert(
    fc.property(arbitraryPair, arbitraryWeights, (people, weights) => {
      const pair = { ...people, mentee: shown(people.mentee), mentor: shown(people.mentor) };
      const yardstick = yardstickWith(weights);
      const result = fitOf(...sidesOf(people, yardstick), yardstick);
      for (const { criterion, value } of result.parts) {
        const expected = VALUE_OF[criterion](pair);
        if (expected === null || value === null) expect([criterion, value]).toEqual([criterion, expected]);
        // The engine rounds each step to a ten-thousandth, and a skill's rarity to a hundredth.
        else expect(Math.abs(value - FIT_SCALE * expected), criterion).toBeLessThan(25);
      }
      expect(Math.abs(result.fit - FIT_SCALE * fit(pair, weights))).toBeLessThan(25);
    }),
    { numRuns: 500 },
  );
});
