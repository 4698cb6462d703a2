import type { MemberId, PairingId } from '@trellis/domain/ids';
import type { BoardPairing } from '@trellis/domain/pairings/views';
import type { Instant } from '@trellis/domain/time';
import { expect, test } from 'vitest';
import { newsBetween } from './board-news.ts';

const me = { memberId: 'me' as MemberId, mine: new Set<PairingId>() };
const noah = 'noah' as MemberId;
const now = '2026-03-02T09:00:00.000Z' as Instant;
const earlier = '2026-03-01T09:00:00.000Z' as Instant;

const pairing = (fields: Partial<BoardPairing>): BoardPairing =>
  ({
    id: 'p',
    version: 1,
    status: 'suggested',
    mentee: 'Maya',
    mentor: 'Tomasz',
    decidedById: null,
    decidedBy: null,
    decidedAt: null,
    asks: [],
    ...fields,
  }) as BoardPairing;

const between = (before: BoardPairing[], after: BoardPairing[], mine: readonly string[] = []) =>
  newsBetween(before, after, { ...me, mine: new Set(mine as PairingId[]) }, now);

test('a colleague’s decision is news, with name and moment; my own is not', () => {
  const approved = (decidedById: MemberId, decidedBy: string) =>
    pairing({ version: 2, status: 'approved', decidedById, decidedBy, decidedAt: earlier });
  expect(between([pairing({})], [approved(noah, 'Noah')])).toEqual([
    { pairingId: 'p', kind: 'decided', by: 'Noah', status: 'approved', at: earlier },
  ]);
  expect(between([pairing({})], [approved(me.memberId, 'Carla')])).toEqual([]);
});

test('what is only shown in advance, or taken off again after a no, is no news', () => {
  const shown = pairing({ status: 'approved', decidedById: me.memberId, decidedAt: now });
  const decidedBefore = pairing({ decidedById: noah, decidedBy: 'Noah', decidedAt: earlier });
  expect(between([decidedBefore], [shown])).toEqual([]);
  expect(between([shown], [decidedBefore])).toEqual([]);
});

test('an answer is told by who gave it', () => {
  const ask = { place: 'mentor' as const, askedAt: earlier, until: null, answer: null, answeredAt: null };
  const invited = pairing({ status: 'invited', version: 3, asks: [ask] });
  const answered = {
    ...invited,
    version: 4,
    asks: [{ ...ask, answer: 'accepted' as const, answeredAt: now }],
  };
  expect(between([invited], [answered])).toMatchObject([{ kind: 'answered', by: 'Tomasz', at: now }]);
});

test('what nobody’s name is on still shows, unless I did it', () => {
  const published = pairing({ status: 'invited', version: 2 });
  expect(between([pairing({ status: 'approved' })], [published])).toMatchObject([{ kind: 'moved' }]);
  expect(between([pairing({ status: 'approved' })], [published], ['p'])).toEqual([]);
  expect(between([], [published])).toMatchObject([{ kind: 'new' }]);
  expect(between([], [published], ['p'])).toEqual([]);
  expect(between([published], [pairing({ status: 'invited', version: 3 })])).toEqual([]);
});
