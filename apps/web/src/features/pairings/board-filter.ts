import type { BoardPairing } from '@trellis/domain/pairings/views';

/** Below this share of evidence a pairing is "little known". 0…10000. */
export const LITTLE_EVIDENCE = 3_500;

export const BOARD_STATES = ['open', 'suggested', 'approved', 'published', 'set_aside', 'all'] as const;
export type BoardState = (typeof BOARD_STATES)[number];

export interface BoardFilter {
  readonly text: string;
  readonly state: BoardState;
  readonly bridges: boolean;
  readonly littleKnown: boolean;
  readonly waitedBefore: boolean;
}

export const NO_FILTER: BoardFilter = {
  text: '',
  state: 'open',
  bridges: false,
  littleKnown: false,
  waitedBefore: false,
};

const inState = ({ status }: BoardPairing, state: BoardState): boolean => {
  const decidable = status === 'suggested' || status === 'approved';
  const aside = status === 'dismissed' || status === 'ruled_out';
  switch (state) {
    case 'all':
      return true;
    case 'open':
      return decidable;
    case 'published':
      return !decidable && !aside;
    case 'set_aside':
      return aside;
    default:
      return status === state;
  }
};

/** The pairings that pass a filter, order kept. Text is looked for in names and headlines. */
export const filterBoard = (pairings: readonly BoardPairing[], filter: BoardFilter): BoardPairing[] => {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return pairings.filter((one) => {
    if (!inState(one, filter.state)) return false;
    if (filter.bridges && !one.bridge) return false;
    if (filter.littleKnown && (one.evidence ?? 0) >= LITTLE_EVIDENCE) return false;
    if (filter.waitedBefore && one.missedRounds === 0) return false;
    const said = [one.mentee, one.mentor, one.menteeHeadline, one.mentorHeadline].join(' ').toLowerCase();
    return words.every((word) => said.includes(word));
  });
};

/** What is to be decided comes first; a board where nothing is shows everything. */
export const firstFilter = (pairings: readonly BoardPairing[]): BoardFilter =>
  filterBoard(pairings, NO_FILTER).length > 0 ? NO_FILTER : { ...NO_FILTER, state: 'all' };
