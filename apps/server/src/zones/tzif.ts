import type { ZoneOffset } from '@trellis/domain/availability/zone-rules';

/**
 * Offsets of one zone from a compiled zone file (RFC 8536, TZif version 2 or later).
 * Only the explicit transitions are read; what lies beyond them follows the footer, which the caller's
 * fallback covers (see `zone-rules.ts` beside this file).
 * @returns offsets oldest first, with the POSIX footer
 * @throws RangeError when the bytes are no TZif version 2+
 */
export const readTzif = (
  file: Uint8Array,
): { readonly offsets: readonly ZoneOffset[]; readonly footer: string } => {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const magic = (at: number) => view.getUint32(at) === 0x545a_6966;
  if (file.byteLength < 44 || !magic(0) || file[4]! < 0x32)
    throw new RangeError('not a TZif file of version 2 or later');
  const first = countsAt(view, 0);
  const start =
    44 + first.times * 5 + first.types * 6 + first.chars + first.leaps * 8 + first.isStd + first.isUt;
  if (!magic(start)) throw new RangeError('the second part of the TZif file is missing');
  const counts = countsAt(view, start);
  const timesAt = start + 44;
  const indexAt = timesAt + counts.times * 8;
  const typesAt = indexAt + counts.times;
  const offsetOf = (type: number) => Math.round(view.getInt32(typesAt + type * 6) / 60);
  const offsets: ZoneOffset[] = [{ fromMs: Number.MIN_SAFE_INTEGER, minutes: offsetOf(0) }];
  for (let i = 0; i < counts.times; i++) {
    offsets.push({
      fromMs: Number(view.getBigInt64(timesAt + i * 8)) * 1000,
      minutes: offsetOf(file[indexAt + i]!),
    });
  }
  const footerAt = typesAt + counts.types * 6 + counts.chars + counts.leaps * 12 + counts.isStd + counts.isUt;
  const footer = new TextDecoder().decode(file.subarray(footerAt)).split('\n')[1] ?? '';
  return { offsets, footer };
};

const countsAt = (view: DataView, at: number) => ({
  isUt: view.getUint32(at + 20),
  isStd: view.getUint32(at + 24),
  leaps: view.getUint32(at + 28),
  times: view.getUint32(at + 32),
  types: view.getUint32(at + 36),
  chars: view.getUint32(at + 40),
});
