import { expect, test } from 'vitest';
import type { CareerStepId } from '../ids.ts';
import type { TimeZone } from '../time.ts';
import { keepHiddenEmployers, notForStaff } from './staff-change.ts';

test('staff change what they see, and never who sees it', () => {
  const profile = { visibility: { about: 'self', hours: 'self' } as const };
  expect(notForStaff(profile, { headline: 'Teacher' })).toEqual([]);
  expect(
    notForStaff(profile, {
      about: 'x',
      timeZone: 'Europe/Berlin' as TimeZone,
      visibility: {},
      country: 'PT',
    }),
  ).toEqual(['about', 'timeZone', 'visibility']);
});

test('employers that staff cannot see stay when they save the career', () => {
  const step = { occupationId: null, industryId: null, fromYear: 2015, toYear: null };
  const id = 'known' as CareerStepId;
  const added = 'added' as CareerStepId;
  const career = [{ ...step, id, employer: 'A school' }];
  const sent = [
    { ...step, id: added, employer: 'Guessed' },
    { ...step, id, employer: null },
  ];
  expect(keepHiddenEmployers({ visibility: {}, career }, sent)).toEqual(sent);
  expect(keepHiddenEmployers({ visibility: { employer: 'self' }, career }, sent)).toEqual([
    { ...step, id: added, employer: null },
    { ...step, id, employer: 'A school' },
  ]);
});
