import { useCallback, useEffect, useRef, useState } from 'react';
/**
 * Saves a form as one types: waits until typing rests, sends one value at a time and always the newest last,
 * keeps a value that failed, and sends what still waits when the page is left or hidden.
 * @param save sends a value; a rejected promise means "not saved"
 * @param rest how long typing must rest, in milliseconds
 */
export function useAutosave(save, rest = 800) {
  const [state, setState] = useState('idle');
  const [savedAt, setSavedAt] = useState(null);
  const waiting = useRef(null);
  const timer = useRef(undefined);
  const busy = useRef(false);
  const latestSave = useRef(save);
  useEffect(() => {
    latestSave.current = save;
  });
  const flush = useCallback(() => {
    clearTimeout(timer.current);
    if (busy.current || !waiting.current) return;
    const sent = waiting.current;
    waiting.current = null;
    busy.current = true;
    setState('saving');
    latestSave.current(sent.value).then(
      () => {
        busy.current = false;
        setSavedAt(new Date());
        setState('saved');
        flush();
      },
      () => {
        busy.current = false;
        // A newer value goes before the one that failed; without one the failed value waits for "try again".
        const newer = waiting.current !== null;
        waiting.current ??= sent;
        setState('failed');
        if (newer) flush();
      },
    );
  }, []);
  const change = useCallback(
    (value) => {
      waiting.current = { value };
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, rest);
    },
    [flush, rest],
  );
  useEffect(() => {
    const onHide = () => {
      if (document.visibilityState === 'hidden') flush();
    };
    document.addEventListener('visibilitychange', onHide);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      flush();
    };
  }, [flush]);
  return { saving: { state, savedAt, retry: flush }, change, flush };
}
