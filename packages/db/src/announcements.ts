import type { AgencyId } from '@trellis/domain/ids';
import { sql } from 'drizzle-orm';
import type { Db, Tx } from './client.ts';

const CHANNEL = 'trellis_changed';

/** That something changed, not what: who is told reads it again with their own rights. */
export interface Announcement {
  readonly agencyId: AgencyId;
  /** The noun: `pairing`, `round`, `request` … */
  readonly kind: string;
  /** Its id, or the id of what holds it, e.g. a program when many pairings changed at once. */
  readonly id: string;
}

/** Tells every server process once the transaction has committed; a rolled-back change is never announced. */
export const announce = async (tx: Tx, kind: string, id: string): Promise<void> => {
  const payload: Announcement = { agencyId: tx.agencyId, kind, id };
  await tx.orm.execute(sql`select pg_notify(${CHANNEL}, ${JSON.stringify(payload)})`);
};

/**
 * Hears the announcements of all processes on a connection of its own, which reconnects by itself.
 * @param onGap called after a reconnection: announcements may have been missed, so read everything again
 * @returns stops listening
 */
export const listen = async (
  db: Db,
  onAnnouncement: (announcement: Announcement) => void,
  onGap: () => void,
): Promise<() => Promise<void>> => {
  let connectedBefore = false;
  const { unlisten } = await db.sql.listen(
    CHANNEL,
    (payload) => onAnnouncement(JSON.parse(payload) as Announcement),
    () => {
      if (connectedBefore) onGap();
      connectedBefore = true;
    },
  );
  return unlisten;
};
