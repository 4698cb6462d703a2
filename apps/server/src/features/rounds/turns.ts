/** Waits for a turn; `onWait` is called at once when there is none yet. Resolves with what gives the turn back. */
export type TakeTurn = (onWait?: () => void) => Promise<() => void>;

/**
 * A queue: so many work at once, the others wait in the order they came. What waits should hold nothing large yet.
 * @param atOnce a whole number from 1
 */
export const openTurns = (atOnce: number): TakeTurn => {
  const waiting: (() => void)[] = [];
  let taken = 0;
  const giveBack = (): (() => void) => {
    let isBack = false;
    return () => {
      if (isBack) return;
      isBack = true;
      const next = waiting.shift();
      if (next) next();
      else taken--;
    };
  };
  return async (onWait) => {
    if (taken < atOnce) {
      taken++;
      return giveBack();
    }
    onWait?.();
    await new Promise<void>((resolve) => waiting.push(resolve));
    return giveBack();
  };
};
