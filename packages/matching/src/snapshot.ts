import type { RoundInput, RoundSettings } from './round-input.ts';
import { byId } from './seeded-order.ts';

/** Counts up when the shape of the input, or the meaning of a fit, changes. */
export const SNAPSHOT_VERSION = 1;

export interface Snapshot {
  readonly version: typeof SNAPSHOT_VERSION;
  readonly input: RoundInput;
  readonly settings: RoundSettings;
}

const ordered = <T>(list: readonly T[], key: (value: T) => string): T[] =>
  list
    .map((value) => ({ id: key(value), value }))
    .sort(byId)
    .map(({ value }) => value);

/**
 * A round's input and settings as one text, kept with the round so that it can be replayed. Lists are put in the order
 * of their ids: the same people give the same text.
 */
export const encodeSnapshot = (input: RoundInput, settings: RoundSettings): string => {
  const snapshot: Snapshot = {
    version: SNAPSHOT_VERSION,
    input: {
      ...input,
      terms: ordered(input.terms, (term) => term.id),
      members: ordered(input.members, (member) => member.profile.memberId),
      requests: ordered(input.requests, (request) => request.id),
      offers: ordered(input.offers, (offer) => offer.id),
      held: ordered(input.held, (held) => `${held.requestId} ${held.requestSeat}`),
      fixed: ordered(input.fixed, (pair) => `${pair.requestId} ${pair.offerId}`),
      waived: ordered(input.waived, (pair) => `${pair.requestId} ${pair.offerId}`),
      separations: ordered(input.separations, (pair) => `${pair.memberA} ${pair.memberB} ${pair.kind}`),
      pairedBefore: ordered(input.pairedBefore, (pair) => `${pair.mentee} ${pair.mentor}`),
    },
    settings,
  };
  return JSON.stringify(snapshot);
};

export type SnapshotFault = 'not_json' | 'not_a_snapshot' | 'other_version';

/** Reads a text that `encodeSnapshot` wrote, or says why it cannot. */
export const decodeSnapshot = (
  text: string,
):
  | { readonly ok: true; readonly snapshot: Snapshot }
  | { readonly ok: false; readonly fault: SnapshotFault } => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, fault: 'not_json' };
  }
  if (
    typeof value !== 'object' ||
    value === null ||
    !('version' in value && 'input' in value && 'settings' in value)
  ) {
    return { ok: false, fault: 'not_a_snapshot' };
  }
  if (value.version !== SNAPSHOT_VERSION) return { ok: false, fault: 'other_version' };
  return { ok: true, snapshot: value as Snapshot };
};
