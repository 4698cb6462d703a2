// Helps a round from a thread of its own, as the server's does. Node's threads do not inherit a TypeScript loader.
import { parentPort } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { helpRound } = await import('../help-round.ts');
parentPort.on('message', ({ input, settings, slots }) => {
  const help = helpRound(input, settings);
  parentPort.postMessage('ready');
  help.fill(slots);
  help.ask(slots);
  parentPort.postMessage('done');
});
