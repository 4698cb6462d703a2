/** Signs that part the values of a list in one cell. A newline always does. */
export const SEPARATORS = [';', '|', ','] as const;
export type Separator = (typeof SEPARATORS)[number];

const isQuote = (sign: string): boolean => sign === '"' || sign === '“' || sign === '”';

/** What may stand behind a closing quote: a mark in brackets, then a separator, a new line or the end. */
const END_BY: Readonly<Record<Separator, RegExp>> = {
  ';': /(?: *\([^()"\r\n]*\))?[^\S\r\n]*(?:[;\r\n]|$)/uy,
  '|': /(?: *\([^()"\r\n]*\))?[^\S\r\n]*(?:[|\r\n]|$)/uy,
  ',': /(?: *\([^()"\r\n]*\))?[^\S\r\n]*(?:[,\r\n]|$)/uy,
};

/** A sign with which people begin the lines of a list. */
const BULLET = /^[•*–-]\s+/u;

/**
 * Cuts at newlines and at `separator`, but not inside double quotes or closed brackets: `HCL (Terraform, OpenTofu)`
 * is one value. An opening quote stands at the beginning of a value; two quotes inside are one.
 */
const cut = (
  cell: string,
  separator: Separator,
): { readonly parts: readonly string[]; readonly cuts: number } => {
  let cuts = 0;
  const parts: string[] = [];
  let part = '';
  /** Nothing but white space so far. */
  let blank = true;
  let wasQuoted = false;
  let quoted = false;
  let brackets = 0;
  const lastBracket = cell.lastIndexOf(')');
  const finish = () => {
    const trimmed = part.trim();
    parts.push(wasQuoted ? trimmed : trimmed.replace(BULLET, ''));
    part = '';
    blank = true;
    wasQuoted = false;
  };
  for (let i = 0; i < cell.length; i++) {
    const sign = cell[i]!;
    if (quoted) {
      if (!isQuote(sign)) part += sign;
      else if (isQuote(cell[i + 1] ?? '')) part += cell[++i];
      else quoted = false;
    } else if (isQuote(sign) && blank && !wasQuoted && closesAfter(cell, i, separator)) {
      quoted = true;
      wasQuoted = true;
      part = '';
    } else if (brackets === 0 && (sign === separator || sign === '\n' || sign === '\r')) {
      if (sign === separator) cuts++;
      finish();
    } else {
      if (sign === '(' && lastBracket > i) brackets++;
      else if (sign === ')' && brackets > 0) brackets--;
      part += sign;
      blank &&= sign.trim() === '';
    }
  }
  finish();
  return { parts, cuts };
};

/**
 * Whether the quote at `open` has a partner followed by a separator, the end, or a mark in brackets before either
 * (`"C, plain" (3)`); otherwise it is only an inch sign.
 */
const closesAfter = (cell: string, open: number, separator: Separator): boolean => {
  for (let i = open + 1; i < cell.length; i++) {
    if (!isQuote(cell[i]!)) continue;
    if (isQuote(cell[i + 1] ?? '')) {
      i++;
      continue;
    }
    const end = END_BY[separator];
    end.lastIndex = i + 1;
    return end.test(cell);
  }
  return false;
};

/**
 * The values of a list in one cell, blanks and repetitions dropped, in their order.
 * @param separator from `separatorOf` the column; null decides by this cell alone
 */
export const parseList = (cell: string, separator: Separator | null): readonly string[] => {
  const by = separator ?? SEPARATORS.find((sign) => cut(cell, sign).cuts > 0) ?? ';';
  return [...new Set(cut(cell, by).parts.filter((part) => part !== ''))];
};

/**
 * The sign that parts lists in this column: the strongest one (`;` before `|` before `,`) that at least half of the
 * cells with any such sign use; null where the cells disagree. So `a, b` is two values in a column of commas, and
 * one value in a column of semicolons.
 */
export const separatorOf = (cells: readonly string[]): Separator | null => {
  const using = (sign: Separator) => cells.filter((cell) => cut(cell, sign).cuts > 0);
  const any = cells.filter((cell) => SEPARATORS.some((sign) => cell.includes(sign))).length;
  return SEPARATORS.find((sign) => any > 0 && 2 * using(sign).length >= any) ?? null;
};

/** A value as it stands in a list: in quotes where a sign in it would part it. */
export const quoteInList = (value: string): string =>
  /[;|,"“”()\r\n]|^[•*–-](?:\s|$)/u.test(value)
    ? `"${value.replace(/["“”]/gu, (quote) => quote + quote)}"`
    : value;

/** Writes a list so that `parseList` reads the same values back, whatever the separator of the column. */
export const formatList = (values: readonly string[]): string => values.map(quoteInList).join('; ');
