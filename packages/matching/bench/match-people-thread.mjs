// Node's threads do not inherit a TypeScript loader.
import { register } from 'tsx/esm/api';

register();
await import('./match-people.ts');
