import { parentPort } from 'node:worker_threads';
import { helpRound, type SharedSlots } from '@trellis/matching/help-round';
import { decodeSnapshot } from '@trellis/matching/snapshot';

// Helps the matching thread of a large round to look for candidates and to ask prices: it is told the snapshot, then where to write.

if (!parentPort) throw new Error('help-thread runs in a worker thread only');
const port = parentPort;

port.once('message', (text: string) => {
  const decoded = decodeSnapshot(text);
  if (!decoded.ok) throw new Error(`the snapshot cannot be read: ${decoded.fault}`);
  const help = helpRound(decoded.snapshot.input, decoded.snapshot.settings);
  port.once('message', (slots: SharedSlots) => {
    help.fill(slots);
    help.ask(slots);
  });
});
