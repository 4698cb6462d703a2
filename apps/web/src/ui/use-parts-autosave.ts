import { useRef } from 'react';
import { type Saving, useAutosave } from './use-autosave.ts';

/**
 * Saves a form part by part as one types. What is on its way, what waits and what failed are kept apart, so that no part is
 * lost when an earlier save succeeds or a later one fails: a part that failed goes along with the next, under newer values.
 * @param send sends the named parts; a rejected promise means that none of them was saved
 */
export function usePartsAutosave<T extends object>(
  send: (parts: T) => Promise<unknown>,
): {
  saving: Saving;
  set: (parts: T) => void;
  /** Sends at once what waits; done when that is safe, or could not be saved. */
  settle: () => Promise<void>;
} {
  const waiting = useRef<Partial<T>>({});
  const count = useRef(0);
  const onItsWay = useRef<Promise<unknown>>(Promise.resolve());
  const { saving, change, flush } = useAutosave<number>(async () => {
    const sent = waiting.current;
    if (Object.keys(sent).length === 0) return;
    waiting.current = {};
    try {
      const sending = send(sent as T);
      onItsWay.current = sending.catch(() => {});
      await sending;
    } catch (error) {
      waiting.current = { ...sent, ...waiting.current };
      throw error;
    }
  });
  return {
    saving,
    async settle() {
      // Twice: what was written while something was on its way goes after it.
      for (let turn = 0; turn < 2; turn += 1) {
        flush();
        await onItsWay.current;
      }
    },
    set(parts) {
      waiting.current = { ...waiting.current, ...parts };
      count.current += 1;
      change(count.current);
    },
  };
}
