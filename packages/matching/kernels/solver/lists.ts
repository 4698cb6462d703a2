/** A list of −1: nobody, nowhere. */
export function nobody(length: i32): StaticArray<i32> {
  const list = new StaticArray<i32>(length);
  list.fill(-1);
  return list;
}
