const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const LINES = 30;

/** Fields a line has with this delimiter; delimiters inside quotes do not count. */
const countPerLine = (text: string, delimiter: string): readonly number[] => {
  const counts: number[] = [];
  let count = 0;
  let quoted = false;
  let empty = true;
  for (let i = 0; i < text.length && counts.length < LINES; i++) {
    const sign = text[i];
    if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === delimiter) count++;
    else if (!quoted && sign === '\n') {
      if (!empty) counts.push(count);
      count = 0;
      empty = true;
      continue;
    }
    if (sign !== '\r' && sign !== ' ') empty = false;
  }
  if (!empty && counts.length < LINES) counts.push(count);
  return counts;
};

/**
 * What parts the cells: the sign that the lines agree about most; where two agree as well, the one that makes more
 * columns of the first line. A first line `sep=;`, as spreadsheets write it, decides.
 */
export const guessDelimiter = (text: string): { readonly delimiter: Delimiter; readonly from: number } => {
  const told = /^sep=(.)\r?\n/i.exec(text);
  const named = DELIMITERS.find((delimiter) => delimiter === told?.[1]);
  if (told && named) return { delimiter: named, from: told[0].length };
  const sample = text.slice(0, 200_000);
  const scores = DELIMITERS.map((delimiter) => {
    const [first = 0, ...rest] = countPerLine(sample, delimiter);
    const agreeing = rest.filter((count) => count === first).length;
    return {
      delimiter,
      score: first === 0 ? -1 : (1 + agreeing) / (1 + rest.length) + Math.min(first, 50) / 1000,
    };
  });
  const best = scores.reduce((top, one) => (one.score > top.score ? one : top));
  return { delimiter: best.score < 0 ? ',' : best.delimiter, from: 0 };
};
