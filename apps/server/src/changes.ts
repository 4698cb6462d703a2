import { EventEmitter, on } from 'node:events';
import { type Announcement, listen } from '@trellis/db/announcements';
import type { Db } from '@trellis/db/client';
import type { AgencyId } from '@trellis/domain/ids';
import type { Logger } from 'pino';

/** What a screen hears: that something of this kind changed, or (`gap`) that it may have missed something. */
export type Change = Pick<Announcement, 'kind' | 'id'>;

/** Announcements of all server processes, handed to the subscriptions of this one. */
export interface Changes {
  /** Changes of one agency until the signal aborts. */
  of(agencyId: AgencyId, signal: AbortSignal): AsyncIterable<Change>;
  close(): Promise<void>;
}

const GAP = 'gap';

/** Opens the one listening connection of this process. */
export const openChanges = async (db: Db, log: Logger): Promise<Changes> => {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  const stop = await listen(
    db,
    ({ agencyId, kind, id }) => emitter.emit(agencyId, { kind, id } satisfies Change),
    () => {
      log.warn('the listening connection was lost and is back');
      for (const name of emitter.eventNames()) emitter.emit(name, { kind: GAP, id: '' } satisfies Change);
    },
  );
  return {
    async *of(agencyId, signal) {
      try {
        for await (const [change] of on(emitter, agencyId, { signal })) yield change as Change;
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
    async close() {
      await stop();
    },
  };
};
