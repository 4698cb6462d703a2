import type { ProgramId } from '@trellis/domain/ids';
import { useSyncExternalStore } from 'react';
import type { UndoLog } from './undo-log.ts';

/** Outlives the board's page, so that somebody may look at a profile and come back; ends with the tab. */
const logs = new Map<ProgramId, UndoLog>();
const watchers = new Set<() => void>();
const NOTHING: UndoLog = [];

const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
};

/** The decisions made on this board since the tab was opened. */
export const useDecidedHere = (programId: ProgramId): UndoLog =>
  useSyncExternalStore(watch, () => logs.get(programId) ?? NOTHING);

/** Changes the log of a board by what is in it now. */
export const changeDecidedHere = (programId: ProgramId, change: (log: UndoLog) => UndoLog): void => {
  logs.set(programId, change(decidedHere(programId)));
  for (const watcher of watchers) watcher();
};

export const decidedHere = (programId: ProgramId): UndoLog => logs.get(programId) ?? NOTHING;
