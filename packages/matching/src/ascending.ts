/** Where a number stands among the entries `from` … `to − 1`, which ascend; −1 when it does not. */
export const indexIn = (list: Int32Array, wanted: number, from = 0, to = list.length): number => {
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = list[middle]!;
    if (at === wanted) return middle;
    if (at < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
};
