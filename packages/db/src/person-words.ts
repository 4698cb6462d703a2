/** By what a person is recognized in words that others wrote. */
export interface Recognized {
  readonly name: string;
  readonly email: string | null;
}

/**
 * A regular expression of PostgreSQL that finds a name or an address as whole words, in plain text or inside JSON text;
 * null when there is nothing safe to look for. One word alone is no name to look for: it may be anybody's, or a word.
 */
export const patternOf = ({ name, email }: Recognized): string | null => {
  const parts = name.trim().split(/\s+/);
  const spellings = [plain, asJson].flatMap((write) => [
    ...(parts.length > 1 ? [parts.map((part) => literal(write(part))).join('\\s+')] : []),
    ...(email === null ? [] : [literal(write(email))]),
  ]);
  // Not a part of another name: "Ann Lee" is not in "Joann Lee" nor in "Ann Lee-Smith".
  return spellings.length === 0 ? null : `(?<![\\w-])(?:${[...new Set(spellings)].join('|')})(?![\\w-])`;
};

const plain = (text: string): string => text;
const asJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** Every sign that means something to a regular expression, taken literally. */
const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
