import type { TakenItem } from '@trellis/db/outbox';
import { z } from 'zod';
import type { Deps } from '../deps.ts';

/** Tells people something. Rejects when it could not, and is asked again later; the dedup key marks a repetition. */
export interface Notifier {
  deliver(item: Pick<TakenItem, 'topic' | 'dedupKey' | 'payload'>): Promise<void>;
}

const AboutPairing = z.object({ pairingId: z.string() });

/** Writes that somebody would be told, and about which pairing; never to whom nor what. There is no mail yet. */
export const logNotifier = ({ log }: Pick<Deps, 'log'>): Notifier => ({
  async deliver({ topic, payload }) {
    log.info({ topic, pairingId: AboutPairing.safeParse(payload).data?.pairingId ?? null }, 'notice');
  },
});
