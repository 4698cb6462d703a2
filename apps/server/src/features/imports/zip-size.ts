/** What a zip says about itself without unpacking anything. */
export interface ZipFacts {
  readonly entries: readonly string[];
  /** Bytes it claims to unfold to. */
  readonly unpacked: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const MOST_ENTRIES = 4000;

/**
 * Reads the central directory of a zip (APPNOTE 4.3): names and sizes only. Null when there is none, when it is cut
 * off, or when it holds more files than a workbook ever does. Sizes that do not fit 32 bits count as endless.
 */
export const zipFacts = (bytes: Uint8Array): ZipFacts | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 22 - 65_536 && view.getUint32(end, true) !== END) end--;
  if (end < 0 || view.getUint32(end, true) !== END) return null;
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) return null;
  let at = view.getUint32(end + 16, true);
  let unpacked = 0;
  const entries: string[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return null;
    const size = view.getUint32(at + 24, true);
    unpacked += size === 0xffffffff ? Number.POSITIVE_INFINITY : size;
    const name = view.getUint16(at + 28, true);
    entries.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)));
    at += 46 + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { entries, unpacked };
};
