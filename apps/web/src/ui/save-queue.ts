/** `idle` nothing changed yet · `saving` on its way · `saved` the newest value is safe · `failed` it is not. */
export type SaveQueueState = 'idle' | 'saving' | 'saved' | 'failed';

export interface SaveQueue<T> {
  /** Takes the newest value; it is sent when changes rest. Older values that were not sent are forgotten. */
  change: (value: T) => void;
  /** Sends at once what still waits: a value that rests, or one that failed. */
  flush: () => void;
}

/**
 * Sends values one at a time, the newest always last. A value that failed is kept until it is sent again or a newer
 * one takes its place.
 * @param options.save sends a value; a rejected promise means "not saved"
 * @param options.rest how long changes must rest before one is sent, in milliseconds
 * @param options.onState is told each change of state
 */
export function createSaveQueue<T>(options: {
  save: (value: T) => Promise<unknown>;
  rest: number;
  onState: (state: SaveQueueState) => void;
}): SaveQueue<T> {
  let waiting: { value: T } | null = null;
  let busy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush() {
    clearTimeout(timer);
    if (busy || !waiting) return;
    const sent = waiting;
    waiting = null;
    busy = true;
    options.onState('saving');
    options.save(sent.value).then(
      () => settle('saved'),
      () => {
        const newer = waiting !== null;
        waiting ??= sent;
        settle('failed', newer);
      },
    );
  }

  function settle(state: SaveQueueState, goOn = true) {
    busy = false;
    options.onState(state);
    if (goOn) flush();
  }

  return {
    change(value) {
      waiting = { value };
      clearTimeout(timer);
      timer = setTimeout(flush, options.rest);
    },
    flush,
  };
}
