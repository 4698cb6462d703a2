import { styleFrom } from '@trellis/domain/fit/criteria/style';
import { STYLE_ITEMS } from '@trellis/domain/profiles/fields';

/** Answers are 0 (none) to 5. */
const ANSWERS = 6;
const HALF = 4;
const FIRST = ANSWERS ** HALF;
const SECOND = ANSWERS ** (STYLE_ITEMS.length - HALF);
/** Codes are below this. */
export const STYLE_CODES = Math.max(FIRST, SECOND);
/** A gap and how many items were compared, packed: `gap × PACK + compared`. */
const PACK = 8;

/** The answers of many offers, each as two numbers: the first four items and the rest, read in base six. */
export interface StyleCodes {
  readonly first: Uint16Array;
  readonly second: Uint16Array;
}

const codeOf = (answers: readonly number[], from: number, to: number): number => {
  let code = 0;
  for (let k = from; k < to; k++) code = code * ANSWERS + answers[k]!;
  return code;
};

export const styleCodes = (styles: readonly (readonly number[])[]): StyleCodes => ({
  first: Uint16Array.from(styles, (answers) => codeOf(answers, 0, HALF)),
  second: Uint16Array.from(styles, (answers) => codeOf(answers, HALF, STYLE_ITEMS.length)),
});

/** What every packed gap is worth (−1 for no evidence), once: it depends on no person. */
export const STYLE_WORTH = Int16Array.from({ length: (4 * STYLE_ITEMS.length + 1) * PACK }, (_, packed) =>
  styleFrom(Math.floor(packed / PACK), packed % PACK),
);

/** Style between one request and any offer by two look-ups in tables made for the request. */
export class StyleTables {
  readonly first = new Uint8Array(FIRST);
  readonly second = new Uint8Array(SECOND);

  /** Fills the tables for the answers of one request. */
  prepare(own: readonly number[]): void {
    fillGaps(this.first, own, 0, HALF);
    fillGaps(this.second, own, HALF, STYLE_ITEMS.length);
  }

  /** The value with offer p, or −1 without evidence. */
  at({ first, second }: StyleCodes, p: number): number {
    return STYLE_WORTH[this.first[first[p]!]! + this.second[second[p]!]!]!;
  }
}

/** Digit by digit from the front: the entries of a prefix are filled from those of the prefix before. */
const fillGaps = (table: Uint8Array, own: readonly number[], from: number, to: number): void => {
  table[0] = 0;
  let filled = 1;
  for (let k = from; k < to; k++) {
    const answer = own[k]!;
    for (let prefix = filled - 1; prefix >= 0; prefix--) {
      const before = table[prefix]!;
      for (let other = ANSWERS - 1; other >= 0; other--) {
        const step = answer === 0 || other === 0 ? 0 : Math.abs(answer - other) * PACK + 1;
        table[prefix * ANSWERS + other] = before + step;
      }
    }
    filled *= ANSWERS;
  }
};
