import type { RoundStudy } from '../study.ts';

/** Offers from which moves, one after the other, lead to a free seat: 1 where nobody has to lose theirs for another mentee. */
export const reachesRoom = ({ pool, table, holding, fixed }: RoundStudy): Uint8Array => {
  const reaches = Uint8Array.from(holding.atOffer, (held, j) => (held.length < pool.room[j]! ? 1 : 0));
  const isFixed = new Set(fixed.map(({ request, offer }) => `${request} ${offer}`));
  // A mentee may move to any allowed mentor they do not have already.
  const canMove = (request: number): boolean => {
    for (let e = table.rowStart[request]!; e < table.rowStart[request + 1]!; e++) {
      const j = table.column[e]!;
      if (reaches[j] === 1 && !holding.atOffer[j]!.includes(request)) return true;
    }
    return false;
  };
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false;
    holding.atOffer.forEach((held, j) => {
      if (reaches[j] === 1) return;
      if (!held.some((request) => !isFixed.has(`${request} ${j}`) && canMove(request))) return;
      reaches[j] = 1;
      isGrowing = true;
    });
  }
  return reaches;
};
