import type { MarketFault } from '../solver/objectives/market-faults.ts';
import type { NumberedMarket } from './rich-market-of.ts';

/** Why there is no plan, in a coordinator's words. */
export function describeFault(numbered: NumberedMarket, fault: MarketFault): string {
  const { market, requestIds, offerIds, ownerIds } = numbered;
  switch (fault.code) {
    case 'fixed_over_seats':
      return `${requestIds[fault.request]} asks for ${count(market.seats[fault.request]!, 'seat')}, but ${count(fault.fixed, 'pairing')} must stay.`;
    case 'fixed_over_capacity':
      return `${offerIds[fault.offer]} has ${count(market.capacity[fault.offer]!, 'seat')}, but ${count(fault.fixed, 'pairing')} must stay there.`;
    case 'fixed_over_owner':
      return `${ownerIds[fault.owner]} carries ${count(market.ownerCapacity[fault.owner]!, 'seat')} over all offers, but ${count(fault.fixed, 'pairing')} must stay there.`;
    case 'minimum_over_capacity':
      return `${offerIds[fault.offer]} must be used with at least ${count(fault.least, 'seat')}, but ${roomOf(numbered, fault.offer)}.`;
    case 'too_few_requests':
      return describeViolator(numbered, fault);
    case 'no_stable_plan': {
      const why = `No stable plan fills the minimum of ${listed(fault.offers, offerIds)}`;
      return fault.isProved
        ? `${why}, whichever offers are left out.`
        : `${why} among the first sets of offers tried; the others were not tried.`;
    }
  }
}

/** A pairing that must stay but is forbidden. */
export function describeForbidden(numbered: NumberedMarket, at: { request: number; offer: number }): string {
  const { requestIds, offerIds } = numbered;
  return `${requestIds[at.request]} must stay with ${offerIds[at.offer]}, but that pair is not allowed.`;
}

function roomOf({ market, unknownOffers }: NumberedMarket, offer: number): string {
  return unknownOffers.has(offer)
    ? 'its capacity is not known'
    : `it has only ${count(market.capacity[offer]!, 'seat')}`;
}

function describeViolator(
  { market, requestIds, offerIds, ownerIds }: NumberedMarket,
  fault: MarketFault & { code: 'too_few_requests' },
): string {
  const who = listed(fault.offers, offerIds);
  const together = fault.offers.length > 1 ? ' together' : '';
  const verb = fault.offers.length > 1 ? 'need' : 'needs';
  const need = `${who} ${verb} at least ${count(fault.needed, 'filled seat')}${together}, but only ${fault.possible} can be filled`;
  const carriers = fault.owners.map((s) => `${ownerIds[s]} carries only ${market.ownerCapacity[s]}`);
  const from =
    fault.requests.length === 0
      ? 'no request may go there'
      : `only ${listed(fault.requests, requestIds)} may go there`;
  return `${need}: ${[from, ...carriers].join('; ')}.`;
}

const MOST_NAMES = 12;

/** Names in a list, the first twelve. */
export function listed(numbers: readonly number[], ids: readonly string[]): string {
  const names = numbers.slice(0, MOST_NAMES).map((number) => ids[number]!);
  const more = numbers.length - names.length;
  if (more > 0) return `${names.join(', ')} and ${more} more`;
  return names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}

/** `1 seat`, `3 seats`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
