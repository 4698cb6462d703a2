import { readMmi, writeMms } from '../mmi.ts';
import { assignBestTotal, assignMostServed } from '../solver/assign.ts';
import { verifyAssignment } from '../solver/certificate.ts';

/** The plan for a binary market, ready to be written. */
export interface MmiPlan {
  /** The MMS1 answer, with its prices where asked for. */
  readonly answer: Uint8Array;
  readonly requests: number;
  readonly served: number;
  /** Σ score − Σ seat costs. */
  readonly score: number;
  /** What the independent verifier found wrong; empty for a proved plan. */
  readonly faults: readonly string[];
}

/**
 * Solves an MMI1 market for most served or best total and has the plan checked by its prices.
 * @throws MmiError for a malformed file
 */
export function solveMmi(bytes: Uint8Array, objective: 'served' | 'total', withPrices: boolean): MmiPlan {
  const market = readMmi(bytes);
  const plan = objective === 'total' ? assignBestTotal(market) : assignMostServed(market);
  const { faults } = verifyAssignment(market, plan);
  const answer = writeMms(plan);
  return {
    answer: withPrices ? answer : withoutPrices(answer, market.requests),
    requests: market.requests,
    served: plan.served,
    score: plan.score,
    faults,
  };
}

const ANSWER_HEADER_BYTES = 16;
const FLAGS_AT = 12;

function withoutPrices(answer: Uint8Array, requests: number): Uint8Array {
  const bytes = answer.slice(0, ANSWER_HEADER_BYTES + 4 * requests);
  bytes.fill(0, FLAGS_AT, FLAGS_AT + 4);
  return bytes;
}
