import type { Objective } from '@trellis/domain/programs/kinds';
import type { SeatMarket } from './market.ts';
import type { RoundWatch } from './round-watch.ts';
import { type AssignOptions, assignBestTotal, assignMostServed } from './solver/assign.ts';
import type { Assignment } from './solver/assignment.ts';
import { type Certificate, verifyAssignment } from './solver/certificate.ts';

/** A plan in numbers with its checked proof. */
export interface Decided {
  readonly assignment: Assignment;
  readonly certificate: Certificate;
}

/** Solves a market for an objective and has the independent verifier check the result. */
export const decide = (market: SeatMarket, objective: Objective, watch: RoundWatch): Decided => {
  const options: AssignOptions = {
    isCancelled: watch.isCancelled,
    onProgress: ({ done, total }) => watch.onProgress?.({ stage: 'solving', done, total }),
  };
  const assign = objective === 'total' ? assignBestTotal : assignMostServed;
  const assignment = assign(market.sparse, options);
  return { assignment, certificate: verifyAssignment(market.sparse, assignment) };
};
