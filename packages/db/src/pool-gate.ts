/** Nobody got a connection in time: the server is overloaded. Nothing was done; the caller may try again. */
export class PoolTimeout extends Error {
  constructor(waitedMs: number) {
    super(`no database connection within ${waitedMs} ms`);
    this.name = 'PoolTimeout';
  }
}

/** Lets as many in as there are connections; the others wait in line, but not forever. */
export interface PoolGate {
  pass<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * postgres.js queues without limit when its pool is busy, so transactions line up here instead.
 * @param places connections of the pool
 * @param waitMs longest wait in milliseconds, then `PoolTimeout`
 */
export const poolGate = (places: number, waitMs: number): PoolGate => {
  let free = places;
  const line: (() => void)[] = [];

  const enter = (): Promise<void> => {
    if (free > 0) {
      free--;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const turn = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        line.splice(line.indexOf(turn), 1);
        reject(new PoolTimeout(waitMs));
      }, waitMs);
      line.push(turn);
    });
  };

  const leave = (): void => {
    const next = line.shift();
    if (next) next();
    else free++;
  };

  return {
    async pass(work) {
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
};
