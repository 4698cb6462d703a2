import type { Place, RequestSide } from '@trellis/domain/fit/sides';
import { levelOf } from './load-offers.ts';
import type { OfferIndex } from './offer-index.ts';
import type { RowKernel } from './row-kernel.ts';
import type { RowViews } from './row-views.ts';

/** Kinds of terms, as the kernel numbers them. */
export type TermKind = 0 | 1 | 2;
export const SKILLS: TermKind = 0;
export const GOALS: TermKind = 1;
export const INDUSTRIES: TermKind = 2;

/** A field that one in so many offers has is kept as a mask: as fast as its list, and faster the more have it. */
const MASK_FROM = 32;

type Move = Pick<RequestSide, 'from' | 'towards'>;

/**
 * Lists of offers in the kernel's memory: those that have something near an asked term, those whose career leads near a wished
 * place, those with a field. Many requests ask for the same, so lists are kept; an address of 0 says that there is no room for
 * another one until all are forgotten.
 */
export class NearLists {
  /** By kind and term: the address of the list, 0 for none yet. All terms that the index does not know share the last entry. */
  private readonly near: readonly [Uint32Array, Uint32Array, Uint32Array];
  /** By the numbers of the place wished for and the place left. */
  private readonly paths = new Map<number, Map<number, number>>();
  /** By term: the address of the list, or of the mask, of those with this field, 0 for nobody. */
  readonly fieldList: Uint32Array;
  readonly fieldMask: Uint32Array;

  constructor(
    private readonly kernel: RowKernel,
    private readonly index: OfferIndex,
    private readonly views: RowViews,
  ) {
    const { terms } = index;
    this.near = [new Uint32Array(terms + 1), new Uint32Array(terms + 1), new Uint32Array(terms + 1)];
    this.fieldList = new Uint32Array(index.terms);
    this.fieldMask = new Uint32Array(index.terms);
    const { start, offer } = index.fields;
    for (let term = 0; term < index.terms; term++) {
      const places = offer.subarray(start[term]!, start[term + 1]!);
      if (places.length === 0) continue;
      views.listPlace.set(places);
      if (places.length * MASK_FROM >= index.offers.length)
        this.fieldMask[term] = kernel.keepMask(places.length);
      else this.fieldList[term] = kernel.keepList(places.length);
    }
  }

  /** The offers that have something near a term, with the best each has: nearness × value. */
  of(kind: TermKind, term: number): number {
    const known = this.near[kind];
    const at = Math.min(term, this.index.terms);
    if (known[at] === 0) {
      known[at] = this.kernel.keepNear(
        kind,
        this.writeAround(term, 'around', (nearness) => nearness),
      );
    }
    return known[at]!;
  }

  /** The offers whose career leads near a wished place, with the value of the path. */
  ofPath({ from, towards }: Move): number {
    const to = this.placeNumber(towards);
    const start = this.placeNumber(from);
    const paths = this.paths.get(to);
    const known = paths?.get(start);
    if (known !== undefined) return known;
    const list =
      this.kernel.keepPath(
        towards.occupation,
        towards.industry,
        from.occupation,
        from.industry,
        this.writeAround(towards.occupation, 'toOccupation', levelOf),
        this.writeAround(towards.industry, 'toIndustry', levelOf),
        this.writeAround(from.occupation, 'fromOccupation', levelOf),
        this.writeAround(from.industry, 'fromIndustry', levelOf),
      ) >>> 0;
    if (list === 0) return list;
    if (paths) paths.set(start, list);
    else this.paths.set(to, new Map([[start, list]]));
    return list;
  }

  /** All but the fields' lists may be overwritten. */
  forget(): void {
    this.kernel.forgetLists();
    for (const lists of this.near) lists.fill(0);
    this.paths.clear();
  }

  /** A number for each place. Terms that the index does not know have one in common: nobody is near them. */
  private placeNumber({ occupation, industry }: Place): number {
    const { terms } = this.index;
    return (Math.min(occupation, terms) + 1) * (terms + 2) + Math.min(industry, terms) + 1;
  }

  /** Writes what lies around a term; returns how many terms. Those that became known after the index was built have no offers. */
  private writeAround(
    term: number,
    into: 'around' | 'toOccupation' | 'toIndustry' | 'fromOccupation' | 'fromIndustry',
    as: (nearness: number) => number,
  ): number {
    if (term < 0) return 0;
    const view = this.views[into];
    const { terms, nearness } = this.index.around(term);
    let count = 0;
    for (let k = 0; k < terms.length; k++) {
      if (terms[k]! >= this.index.terms) continue;
      view.term[count] = terms[k]!;
      view.nearness[count++] = as(nearness[k]!);
    }
    return count;
  }
}
