import { Asked } from './asked';
import { minutesAt } from './exact';
import { Offers, SAYS_FREE } from './offers';
import { Neighborhood, Postings } from './postings';
import { BELOW_ALL, Row } from './row';

/** The bound of offers that rules exclude. */
const BARRED: f32 = f32(BELOW_ALL);

/** Bars the offers without any of the terms, each of which meets what the request must have. */
export function barWithout(
  offers: Offers,
  row: Row,
  skills: Postings,
  enough: Neighborhood,
  met: StaticArray<u8>,
): void {
  met.fill(0);
  for (let k = 0; k < enough.count; k++) {
    const term = enough.term[k];
    for (let at = skills.start[term], end = skills.start[term + 1]; at < end; at++) met[skills.offer[at]] = 1;
  }
  for (let p = 0; p < offers.count; p++) if (met[p] === 0) row.bound[p] = BARRED;
}

/** Bars offers by the class of their clock: 1 for those too far away. */
export function barFar(offers: Offers, row: Row, isFar: StaticArray<u8>): void {
  for (let p = 0; p < offers.count; p++) if (isFar[offers.clockClass[p]] === 1) row.bound[p] = BARRED;
}

/** Bars the offers that say when they are free and share fewer minutes with the request. */
export function barBusy(offers: Offers, asked: Asked, row: Row, fewest: i32): void {
  for (let c = 0; c < offers.classes; c++) {
    if ((offers.evidence[c] & SAYS_FREE) === 0) continue;
    for (let p = offers.classStart[c], end = offers.classStart[c + 1]; p < end; p++) {
      if (minutesAt(offers, asked, p) < fewest) row.bound[p] = BARRED;
    }
  }
}
