interface Word {
  id: string;
  label: string;
  aliases?: readonly string[];
}

/** At most so many words are offered at once; typing narrows. */
const MOST = 60;

/**
 * The words that fit what was typed and are not chosen yet, by label or by another spelling: first those that are it, then
 * those that begin with it, then those with a word in them that begins with it, then those that contain it. Capitals,
 * accents, spaces, dots and hyphens do not matter.
 * @param most at most so many
 */
export function findOptions<T extends Word>(
  options: readonly T[],
  chosen: readonly { id: string | null }[],
  typed: string,
  most = MOST,
): T[] {
  const taken = new Set(chosen.map((tag) => tag.id));
  const free = options.filter((option) => !taken.has(option.id));
  if (fold(typed) === '') return free.slice(0, most);
  return free
    .map((option) => ({
      option,
      rank: Math.min(...[option.label, ...(option.aliases ?? [])].map((spelling) => rankOf(spelling, typed))),
    }))
    .filter(({ rank }) => rank < NOT_AT_ALL)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ option }) => option);
}

/** The other spelling by which a word was found; null where its label tells already. */
export function spellingFound(option: Omit<Word, 'id'>, typed: string): string | null {
  if (fold(typed) === '' || rankOf(option.label, typed) < NOT_AT_ALL) return null;
  const [best] = (option.aliases ?? [])
    .map((alias) => ({ alias, rank: rankOf(alias, typed) }))
    .filter(({ rank }) => rank < NOT_AT_ALL)
    .sort((a, b) => a.rank - b.rank);
  return best?.alias ?? null;
}

/** True when two spellings differ only in capitals, accents or space around them. */
export function sameWord(a: string, b: string): boolean {
  return fold(a) === fold(b);
}

const NOT_AT_ALL = 4;

/** 0 the same · 1 begins with it · 2 a word in it begins with it · 3 contains it · NOT_AT_ALL. */
function rankOf(spelling: string, typed: string): number {
  const [there, wanted] = [fold(spelling), fold(typed)];
  const [close, asked] = [squeeze(there), squeeze(wanted)];
  if (there === wanted || (asked !== '' && close === asked)) return 0;
  if (there.startsWith(wanted) || (asked !== '' && close.startsWith(asked))) return 1;
  if (there.split(/[^\p{L}\p{N}+#]+/u).some((word) => word.startsWith(wanted))) return 2;
  return there.includes(wanted) ? 3 : NOT_AT_ALL;
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
}

const squeeze = (folded: string): string => folded.replace(/[\s.\-_'’]+/gu, '');
