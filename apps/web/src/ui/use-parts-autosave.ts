import { useRef } from 'react';
import { type Saving, useAutosave } from './use-autosave.ts';

/**
 * Saves a form part by part as one types. What is on its way, what waits and what failed are kept apart, so that no part is
 * lost when an earlier save succeeds or a later one fails: a part that failed goes along with the next, under newer values.
 * @param send sends the named parts; a rejected promise means that none of them was saved
 */
export function usePartsAutosave<T extends object>(
  send: (parts: T) => Promise<unknown>,
): { saving: Saving; set: (parts: T) => void } {
  const waiting = useRef<Partial<T>>({});
  const count = useRef(0);
  const { saving, change } = useAutosave<number>(async () => {
    const sent = waiting.current;
    if (Object.keys(sent).length === 0) return;
    waiting.current = {};
    try {
      await send(sent as T);
    } catch (error) {
      waiting.current = { ...sent, ...waiting.current };
      throw error;
    }
  });
  return {
    saving,
    set(parts) {
      waiting.current = { ...waiting.current, ...parts };
      count.current += 1;
      change(count.current);
    },
  };
}
