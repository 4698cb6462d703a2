const MOST_DEPTH = 40;

/**
 * Whether every string in a JSON value can be stored as text: no NUL (PostgreSQL refuses it), no lone surrogate
 * (not text at all). Keys count as well. Too deep a value is refused with the same answer.
 */
export const isStorable = (value: unknown, depth = 0): boolean => {
  if (typeof value === 'string') return !value.includes('\u0000') && value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= MOST_DEPTH) return false;
  if (Array.isArray(value)) return value.every((item) => isStorable(item, depth + 1));
  return Object.entries(value).every(([key, item]) => isStorable(key) && isStorable(item, depth + 1));
};
