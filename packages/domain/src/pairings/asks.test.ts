import { describe, expect, test } from 'vitest';
import type { Instant } from '../time.ts';
import { type AskedFacts, asksOf } from './asks.ts';

const at = (day: number) => `2026-03-0${day}T09:00:00.000Z` as Instant;

const published: AskedFacts = {
  status: 'invited',
  consentOrder: 'mentor_first',
  publishedAt: at(1),
  expiresAt: at(9),
  mentorAnswer: null,
  mentorAnsweredAt: null,
  menteeAnswer: null,
  menteeAnsweredAt: null,
};

const unanswered = { answer: null, answeredAt: null };

describe('who was asked', () => {
  test('nobody before publishing', () => {
    expect(asksOf({ ...published, status: 'approved', publishedAt: null })).toEqual([]);
  });

  test('the first alone, until a yes', () => {
    expect(asksOf(published)).toEqual([{ place: 'mentor', askedAt: at(1), until: at(9), ...unanswered }]);
    expect(asksOf({ ...published, consentOrder: 'mentee_first' })).toMatchObject([{ place: 'mentee' }]);
    const yes = { ...published, mentorAnswer: 'accepted' as const, mentorAnsweredAt: at(3) };
    expect(asksOf(yes)).toEqual([
      { place: 'mentor', askedAt: at(1), until: null, answer: 'accepted', answeredAt: at(3) },
      { place: 'mentee', askedAt: at(3), until: at(9), ...unanswered },
    ]);
  });

  test('a no asks nobody else', () => {
    const no = {
      ...published,
      status: 'declined' as const,
      mentorAnswer: 'declined' as const,
      mentorAnsweredAt: at(2),
    };
    expect(asksOf(no)).toEqual([
      { place: 'mentor', askedAt: at(1), until: null, answer: 'declined', answeredAt: at(2) },
    ]);
  });

  test('both at once are both asked from the start', () => {
    const both = { ...published, consentOrder: 'both_at_once' as const };
    expect(asksOf(both)).toMatchObject([
      { place: 'mentor', askedAt: at(1), until: at(9) },
      { place: 'mentee', askedAt: at(1), until: at(9) },
    ]);
  });

  test('who let the day pass had until then; after a withdrawal nothing is waited for', () => {
    expect(asksOf({ ...published, status: 'expired' })[0]?.until).toBe(at(9));
    expect(asksOf({ ...published, status: 'withdrawn' })[0]?.until).toBeNull();
  });

  test('what is said after the first meeting overwrites when the yes came, not that it came', () => {
    const later = {
      ...published,
      status: 'meeting' as const,
      mentorAnswer: 'go_on' as const,
      mentorAnsweredAt: at(8),
      menteeAnswer: 'accepted' as const,
      menteeAnsweredAt: at(5),
    };
    expect(asksOf(later)).toEqual([
      { place: 'mentor', askedAt: at(1), until: null, answer: 'accepted', answeredAt: null },
      { place: 'mentee', askedAt: null, until: null, answer: 'accepted', answeredAt: at(5) },
    ]);
  });
});
