/** At most so many words are offered at once; typing narrows. */
const MOST = 60;
/**
 * The words that fit what was typed and are not chosen yet: first those that begin with it, then those that contain
 * it, by label or by another spelling. Capitals and accents do not matter.
 */
export function findOptions(options, chosen, typed) {
  const taken = new Set(chosen.map((tag) => tag.id));
  const free = options.filter((option) => !taken.has(option.id));
  const wanted = fold(typed);
  if (wanted === '') return free.slice(0, MOST);
  const begins = [];
  const contains = [];
  for (const option of free) {
    const spellings = [option.label, ...(option.aliases ?? [])].map(fold);
    if (spellings.some((spelling) => spelling.startsWith(wanted))) begins.push(option);
    else if (spellings.some((spelling) => spelling.includes(wanted))) contains.push(option);
  }
  return [...begins, ...contains].slice(0, MOST);
}
/** True when two spellings differ only in capitals, accents or space around them. */
export function sameWord(a, b) {
  return fold(a) === fold(b);
}
function fold(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
}
