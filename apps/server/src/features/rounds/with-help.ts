import { availableParallelism } from 'node:os';
import { sharedSlots } from '@trellis/matching/help-round';
import type { RoundInput } from '@trellis/matching/round-input';
import type { RoundWatch } from '@trellis/matching/round-watch';
import { startHelp } from './thread-start.ts';

/** A helper has to read the snapshot and prepare the people first: at 30 million pairs that costs as much as it saves. */
const WORTH_HELP = 100_000_000;

/**
 * Plans a round from its snapshot's text, a large one with a second thread that looks for candidates and asks prices beside this one. If that
 * thread dies nothing is lost: what it had begun is done here.
 */
export const withHelp = <T>(
  text: string,
  { requests, offers }: RoundInput,
  watch: RoundWatch,
  plan: (watch: RoundWatch) => T,
): T => {
  if (requests.length * offers.length < WORTH_HELP || availableParallelism() < 2) return plan(watch);
  const help = startHelp();
  help.on('error', () => {});
  help.postMessage(text);
  try {
    return plan({
      ...watch,
      slotsFor: (wanted) => {
        const slots = sharedSlots(wanted);
        help.postMessage(slots);
        return slots;
      },
    });
  } finally {
    void help.terminate();
  }
};
