import type { OfferId } from '@trellis/domain/ids';
import type { WhatIfInput } from '@trellis/domain/rounds/inputs';
import type { AddedMentors } from '@trellis/domain/rounds/mentor-kinds';
import type { RoundView } from '@trellis/domain/rounds/views';
import type { RoundSettings } from './settings-fields.ts';

/** What is tried: settings, seats of mentors, and mentors who would join. */
export interface WhatIfDraft {
  readonly settings: RoundSettings;
  readonly seats: ReadonlyMap<OfferId, number>;
  readonly mentors: readonly AddedMentors[];
}

/** The round as it was: nothing is tried yet. */
export const draftOf = ({ objective, weights, rules }: RoundView): WhatIfDraft => ({
  settings: { objective, weights, rules },
  seats: new Map(),
  mentors: [],
});

/** The settings that differ from the round's, to be asked about or saved. */
export const changedSettings = (round: RoundView, { settings }: WhatIfDraft): Partial<RoundSettings> => ({
  ...(settings.objective !== round.objective && { objective: settings.objective }),
  ...(!isEqual(settings.weights, round.weights) && { weights: settings.weights }),
  ...(!isEqual(settings.rules, round.rules) && { rules: settings.rules }),
});

/** The draft as the server is asked about it. */
export const inputOf = (round: RoundView, draft: WhatIfDraft): WhatIfInput => ({
  roundId: round.id,
  ...changedSettings(round, draft),
  ...(draft.seats.size > 0 && {
    capacities: [...draft.seats].map(([offerId, capacity]) => ({ offerId, capacity })),
  }),
  ...(draft.mentors.length > 0 && { mentors: [...draft.mentors] }),
});

/** Whether any of it can be saved: mentors who do not exist yet cannot. */
export const canKeep = (round: RoundView, draft: WhatIfDraft): boolean =>
  draft.seats.size > 0 || Object.keys(changedSettings(round, draft)).length > 0;

const isEqual = <T extends object>(a: T, b: T): boolean =>
  (Object.keys(a) as (keyof T)[]).every((key) => a[key] === b[key]);
