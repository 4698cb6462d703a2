import { styleFrom } from '@trellis/domain/fit/criteria/style';
import { STYLE_ITEMS } from '@trellis/domain/profiles/fields';

/** Answers are 0 (none) to 5. */
const ANSWERS = 6;
const HALF = 4;
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
