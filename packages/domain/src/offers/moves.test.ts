import { expect, test } from 'vitest';
import { OFFER_MOVES } from './inputs.ts';
import { blankOfferParts, mayMoveOffer, offerMovesFrom } from './moves.ts';
import { OFFER_STATUSES } from './offer.ts';

test('every status × every move', () => {
  const may = OFFER_STATUSES.map(
    (from) => [from, OFFER_MOVES.filter((to) => mayMoveOffer(from, to))] as const,
  );
  expect(Object.fromEntries(may)).toEqual({
    draft: ['open', 'closed'],
    open: ['paused', 'closed'],
    paused: ['open', 'closed'],
    closed: ['open', 'paused', 'draft'],
  });
});

test('closing can be undone, wherever it came from', () => {
  for (const from of offerMovesFrom('closed')) {
    expect(OFFER_MOVES.filter((to) => to === from && mayMoveOffer('closed', to))).toEqual([from]);
  }
});

test('no room is an answer, no answer is a blank', () => {
  const offer = { goals: [], skills: [], note: null };
  expect(blankOfferParts({ ...offer, capacity: null })).toEqual(['capacity', 'goals', 'skills', 'note']);
  expect(blankOfferParts({ ...offer, capacity: 0 })).toEqual(['goals', 'skills', 'note']);
});
