import type { OfferId, RequestId } from '@trellis/domain/ids';
import type { JoiningMentor } from './joining-mentors.ts';
import type { RoundInput, RoundSettings } from './round-input.ts';

/** A change to try; all parts are optional and apply together. */
export interface Change {
  readonly settings?: Partial<Pick<RoundSettings, 'objective' | 'weights' | 'rules' | 'loadStep'>>;
  readonly capacities?: readonly { readonly offerId: OfferId; readonly capacity: number }[];
  /** Mentors who would join, with what they would offer. */
  readonly mentors?: readonly JoiningMentor[];
  readonly waived?: readonly { readonly requestId: RequestId; readonly offerId: OfferId }[];
  readonly fixed?: readonly { readonly requestId: RequestId; readonly offerId: OfferId }[];
}

/** The input and settings with a change applied. Nothing is saved. */
export const applyChange = (
  input: RoundInput,
  settings: RoundSettings,
  change: Change,
): { readonly input: RoundInput; readonly settings: RoundSettings } => {
  const capacity = new Map((change.capacities ?? []).map((one) => [one.offerId, one.capacity]));
  const mentors = change.mentors ?? [];
  return {
    input: {
      ...input,
      members: [...input.members, ...mentors.map(({ profile }) => ({ profile, status: 'active' as const }))],
      offers: [
        ...input.offers.map((offer) => ({ ...offer, capacity: capacity.get(offer.id) ?? offer.capacity })),
        ...mentors.map(({ offer }) => offer),
      ],
      waived: [...input.waived, ...(change.waived ?? [])],
      fixed: [...input.fixed, ...(change.fixed ?? [])],
    },
    settings: { ...settings, ...change.settings },
  };
};
