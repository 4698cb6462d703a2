import { OBJECTIVES as ALL, type Objective as Any } from '../solver/objectives/rich-market.ts';

/** What a market file can be solved for, in the words of the command line. */
export const OBJECTIVES = ALL;
export type Objective = Any;
