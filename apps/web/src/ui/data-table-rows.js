/** Rows in the wanted order; rows that are equal keep theirs. Without a sort, or for an unknown key, as given. */
export function sortRows(rows, columns, sort, locale) {
  const by = columns.find((column) => column.key === sort?.key)?.sortBy;
  if (!sort || !by) return [...rows];
  const collator = new Intl.Collator(locale, { numeric: true });
  const sign = sort.direction === 'ascending' ? 1 : -1;
  return rows
    .map((row) => ({ row, value: by(row) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      if (typeof a.value === 'number' && typeof b.value === 'number') return sign * (a.value - b.value);
      return sign * collator.compare(String(a.value), String(b.value));
    })
    .map(({ row }) => row);
}
/** The sort after a press on a column's header: ascending first, then the other way round. */
export function nextSort(sort, key) {
  const turn = sort?.key === key && sort.direction === 'ascending';
  return { key, direction: turn ? 'descending' : 'ascending' };
}
/** The selection after setting every row from one to another (both included, in the order shown). */
export function selectRange(selected, keys, from, to, on) {
  const ends = [keys.indexOf(from), keys.indexOf(to)].sort((a, b) => a - b);
  const [first = -1, last = -1] = ends;
  const next = new Set(selected);
  for (const key of first < 0 ? [to] : keys.slice(first, last + 1)) {
    if (on) next.add(key);
    else next.delete(key);
  }
  return next;
}
