// Runs help-thread.ts where the sources run as they are: see match-thread-from-source.mjs.
import { register } from 'tsx/esm/api';

register();
await import('./help-thread.ts');
