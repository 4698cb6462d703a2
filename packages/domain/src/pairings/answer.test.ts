import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONSENT_ORDERS } from '../programs/kinds.ts';
import { ANSWERS, type Asked, applyAnswer, isAsked, mayKnow, type Place } from './answer.ts';
import { PAIRING_STATUSES } from './statuses.ts';
import { mayMove } from './transitions.ts';

const invited: Asked = {
  status: 'invited',
  consentOrder: 'mentor_first',
  mentorAnswer: null,
  menteeAnswer: null,
};

describe('mentor first', () => {
  test('the mentee does not know before the mentor said yes', () => {
    expect(isAsked(invited, 'mentor')).toBe(true);
    expect(mayKnow(invited, 'mentee')).toBe(false);
    const yes = applyAnswer(invited, 'mentor', 'accepted')!;
    expect(yes.status).toBe('invited');
    expect(isAsked(yes, 'mentee')).toBe(true);
    expect(applyAnswer(yes, 'mentee', 'accepted')!.status).toBe('meeting');
  });

  test('a no of the mentor is never known to the mentee', () => {
    const no = applyAnswer(invited, 'mentor', 'declined')!;
    expect(no.status).toBe('declined');
    expect(mayKnow(no, 'mentee')).toBe(false);
  });
});

test('after the first conversation both must go on', () => {
  const meeting: Asked = {
    ...invited,
    status: 'meeting',
    mentorAnswer: 'accepted',
    menteeAnswer: 'accepted',
  };
  const one = applyAnswer(meeting, 'mentee', 'go_on')!;
  expect(one.status).toBe('meeting');
  expect(isAsked(one, 'mentee')).toBe(false);
  expect(applyAnswer(one, 'mentor', 'go_on')!.status).toBe('active');
  expect(applyAnswer(one, 'mentor', 'not_now')!.status).toBe('not_now');
});

const asked = fc.record({
  status: fc.constantFrom(...PAIRING_STATUSES),
  consentOrder: fc.constantFrom(...CONSENT_ORDERS),
  mentorAnswer: fc.option(fc.constantFrom(...ANSWERS)),
  menteeAnswer: fc.option(fc.constantFrom(...ANSWERS)),
});
const place = fc.constantFrom<Place[]>('mentor', 'mentee');

test('an answer never moves a pairing where the lifecycle does not allow it', () => {
  fc.assert(
    fc.property(asked, place, fc.constantFrom(...ANSWERS), (before, who, answer) => {
      const after = applyAnswer(before, who, answer);
      if (after && after.status !== before.status) {
        expect(mayMove(before.status, after.status, [who])).toBe(true);
      }
    }),
  );
});

test('who is asked may know; an answer cannot be given twice', () => {
  fc.assert(
    fc.property(asked, place, fc.constantFrom(...ANSWERS), (before, who, answer) => {
      if (isAsked(before, who)) expect(mayKnow(before, who)).toBe(true);
      const after = applyAnswer(before, who, answer);
      if (after && after.status === before.status) expect(applyAnswer(after, who, answer)).toBeNull();
    }),
  );
});
