// Runs match-thread.ts where the sources run as they are (development, tests): Node's threads do not inherit a
// TypeScript loader. The production bundle holds match-thread.js instead, and not this file.
import { register } from 'tsx/esm/api';

register();
await import('./match-thread.ts');
