import type { PairingId } from '@trellis/domain/ids';
import { REASON_KINDS, type ReasonKind, reasonKindsOf } from '@trellis/domain/pairings/reason-kinds';
import type { BoardPairing } from '@trellis/domain/pairings/views';

/** Below this share of evidence a pairing is "little known". 0…10000. */
export const LITTLE_EVIDENCE = 3_500;

export const BOARD_STATES = [
  'open',
  'suggested',
  'approved',
  'published',
  'set_aside',
  'decided_here',
  'all',
] as const;
export type BoardState = (typeof BOARD_STATES)[number];

/** What this screen knows of pairings besides what they are. */
export interface Marks {
  /** Stay in sight whatever state they are in: somebody else has just moved them. */
  readonly kept: ReadonlySet<PairingId>;
  /** Decided by me since this tab was opened, so that I may take it back. */
  readonly decidedHere: ReadonlySet<PairingId>;
}

const NO_MARKS: Marks = { kept: new Set(), decidedHere: new Set() };

export interface BoardFilter {
  readonly text: string;
  readonly state: BoardState;
  /** Only pairings with a reason of each of these kinds. */
  readonly because: readonly ReasonKind[];
  readonly littleKnown: boolean;
  readonly waitedBefore: boolean;
}

export const NO_FILTER: BoardFilter = {
  text: '',
  state: 'open',
  because: [],
  littleKnown: false,
  waitedBefore: false,
};

/** A filter as the address keeps it; what is not narrowed down is left out. */
export interface BoardSearch {
  find?: string;
  show?: BoardState;
  /** Kinds of reasons with commas between them. */
  because?: string;
  little?: true;
  waited?: true;
}

/** What an address asks for, whoever wrote it: what is not known is left out. */
export const readBoardSearch = (search: Readonly<Record<string, unknown>>): BoardSearch => {
  const { find, show, because, little, waited } = search;
  const state = BOARD_STATES.find((known) => known === show);
  const kinds = REASON_KINDS.filter((kind) =>
    String(because ?? '')
      .split(',')
      .includes(kind),
  );
  return {
    ...(find !== undefined && String(find) !== '' ? { find: String(find).slice(0, 120) } : {}),
    ...(state ? { show: state } : {}),
    ...(kinds.length > 0 ? { because: kinds.join(',') } : {}),
    ...(little === true ? { little } : {}),
    ...(waited === true ? { waited } : {}),
  };
};

/** @param first the state to begin with where the address names none */
export const filterOf = (search: BoardSearch, first: BoardState): BoardFilter => ({
  text: search.find ?? '',
  state: search.show ?? first,
  because: REASON_KINDS.filter((kind) => search.because?.split(',').includes(kind)),
  littleKnown: search.little === true,
  waitedBefore: search.waited === true,
});

export const searchOf = (filter: BoardFilter): BoardSearch =>
  readBoardSearch({
    find: filter.text,
    show: filter.state,
    because: filter.because.join(','),
    little: filter.littleKnown,
    waited: filter.waitedBefore,
  });

const inState = ({ id, status }: BoardPairing, state: BoardState, marks: Marks): boolean => {
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
    case 'decided_here':
      return marks.decidedHere.has(id);
    default:
      return status === state;
  }
};

/** The pairings that pass a filter, order kept. Text is looked for in names and headlines. */
export const filterBoard = (
  pairings: readonly BoardPairing[],
  filter: BoardFilter,
  marks: Marks = NO_MARKS,
): BoardPairing[] => {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return pairings.filter((one) => {
    if (!inState(one, filter.state, marks) && !marks.kept.has(one.id)) return false;
    if (filter.because.length > 0) {
      const kinds = reasonKindsOf(one);
      if (!filter.because.every((kind) => kinds.has(kind))) return false;
    }
    if (filter.littleKnown && (one.evidence ?? 0) >= LITTLE_EVIDENCE) return false;
    if (filter.waitedBefore && one.missedRounds === 0) return false;
    const said = [one.mentee, one.mentor, one.menteeHeadline, one.mentorHeadline].join(' ').toLowerCase();
    return words.every((word) => said.includes(word));
  });
};

/** What is to be decided comes first; a board where nothing is shows everything. */
export const firstState = (pairings: readonly BoardPairing[]): BoardState =>
  filterBoard(pairings, NO_FILTER).length > 0 ? 'open' : 'all';
