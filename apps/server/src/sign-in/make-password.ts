import { randomInt } from 'node:crypto';

/** Letters and digits that cannot be taken for one another when read aloud or copied from paper. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 5;

/** A password to be handed over once, e.g. `k7dmq-x4hpw-2nrct-u9ysb`: 20 signs of 31, about 99 bits. */
export const makePassword = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join(''),
  ).join('-');
