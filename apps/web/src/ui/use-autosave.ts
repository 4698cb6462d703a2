import { useEffect, useRef, useState } from 'react';
import { createSaveQueue, type SaveQueue, type SaveQueueState } from './save-queue.ts';

/** What `SaveState` shows. `savedAt` is the moment of the last success. */
export interface Saving {
  state: SaveQueueState;
  savedAt: Date | null;
  /** Tries the value that failed once more. */
  retry: () => void;
}

export interface Autosave<T> {
  saving: Saving;
  /** Takes the newest value of the form; it is saved when typing rests. */
  change: (value: T) => void;
  /** Saves at once what still waits, e.g. when a field is left. */
  flush: () => void;
}

/**
 * Saves a form as one types: waits until typing rests, keeps a value that failed, and sends what still waits when
 * the page is left or hidden.
 * @param save sends a value; a rejected promise means "not saved"
 * @param rest how long typing must rest, in milliseconds
 */
export function useAutosave<T>(save: (value: T) => Promise<unknown>, rest = 800): Autosave<T> {
  const [state, setState] = useState<SaveQueueState>('idle');
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const latestSave = useRef(save);
  useEffect(() => {
    latestSave.current = save;
  });
  const [queue] = useState<SaveQueue<T>>(() =>
    createSaveQueue<T>({
      save: (value) => latestSave.current(value),
      rest,
      onState(next) {
        setState(next);
        if (next === 'saved') setSavedAt(new Date());
      },
    }),
  );

  useEffect(() => {
    const onHide = () => {
      if (document.visibilityState === 'hidden') queue.flush();
    };
    document.addEventListener('visibilitychange', onHide);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      queue.flush();
    };
  }, [queue]);

  return { saving: { state, savedAt, retry: queue.flush }, change: queue.change, flush: queue.flush };
}
