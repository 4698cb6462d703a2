import type { RowSlots, SlotsWanted } from './candidates/row-slots.ts';

export interface RoundProgress {
  readonly stage: 'scoring' | 'solving' | 'proving' | 'explaining';
  readonly done: number;
  readonly total: number;
}

export interface RoundWatch {
  /** Called now and then on the working thread. */
  readonly onProgress?: ((progress: RoundProgress) => void) | undefined;
  /** Asked now and then; true ends the round with `cancelled`. */
  readonly isCancelled?: (() => boolean) | undefined;
  /** Asked once by a large round for room to note candidates in, so that other threads can help (see help-round.ts). */
  readonly slotsFor?: ((wanted: SlotsWanted) => RowSlots) | undefined;
}
