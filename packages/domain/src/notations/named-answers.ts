/** One `name: answer` of a cell. */
export interface NamedAnswer {
  readonly name: string;
  readonly answer: string;
  /** As it stands there. */
  readonly piece: string;
}

/** Lower case, one space between words; signs between words count as spaces. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Takes `plan or explore: 2; push or patience = 4` apart; a piece without both halves has an empty answer. */
export const namedAnswers = (cell: string): readonly NamedAnswer[] =>
  cell
    .split(/[;,|\r\n]+/u)
    .filter((piece) => piece.trim() !== '')
    .map((piece) => {
      // An answer is short: more of it would only make the search for its two halves long.
      const short = piece.trim().slice(0, 200);
      const parts = /^(.*?)\s*[:=]\s*(.*)$/u.exec(short) ?? /^(.*?)\s*\(?(\d)(?:\s*\/\s*5)?\)?$/u.exec(short);
      return {
        name: foldName(parts?.[1] ?? short),
        answer: foldName((parts?.[2] ?? '').replace(/\/\s*5$/u, '')),
        piece: piece.trim(),
      };
    });
