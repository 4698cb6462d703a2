import { describe, expect, test } from 'vitest';
import { isMmi, MmiError, readMmi, roomForMmi, writeMmi, writeMms } from './mmi.ts';
import { assignMostServed } from './solver/assign.ts';
import { verifyAssignment } from './solver/certificate.ts';
import { marketOfTable, seededMarket } from './solver/testing/markets.ts';

const market = marketOfTable(
  [
    [9, 5, null],
    [8, null, 1],
  ],
  [1, 2, 0],
  3,
);

function words(bytes: Uint8Array): number[] {
  return [...new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))];
}

describe('MMI1', () => {
  test('has the documented layout', () => {
    const bytes = writeMmi(market);
    expect(String.fromCharCode(...bytes.subarray(0, 4))).toBe('MMI1');
    expect(words(bytes).slice(1)).toEqual([2, 3, 4, 9, 3, 1, 2, 0, 0, 2, 4, 0, 1, 0, 2, 9, 5, 8, 1]);
    expect(isMmi(bytes)).toBe(true);
    expect(isMmi(new TextEncoder().encode('{}'))).toBe(false);
  });

  test('reads back what was written, aligned or not', () => {
    const shape = { requests: 40, offers: 9, perRow: 3, lowest: 0, highest: 50, capacity: 3, slotStep: 2 };
    const bytes = writeMmi(seededMarket(5, shape));
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(readMmi(bytes)).toEqual(seededMarket(5, shape));
    expect(readMmi(shifted.subarray(1))).toEqual(seededMarket(5, shape));
  });

  test('is solved where it was read to, and again, and by whoever hears of the progress', () => {
    const shape = { requests: 60, offers: 9, perRow: 5, lowest: 0, highest: 50, capacity: 3, slotStep: 2 };
    const bytes = writeMmi(seededMarket(6, shape));
    const room = roomForMmi(bytes.length);
    room.set(bytes);
    const own = readMmi(room);
    const within: number[] = [];
    const onProgress = () => within.push(assignMostServed(own).score);
    const plan = assignMostServed(own, { kernel: 'auction', onProgress });
    expect(plan).toEqual(assignMostServed(seededMarket(6, shape), { kernel: 'auction' }));
    expect(new Set(within)).toEqual(new Set([plan.score]));
    expect(assignMostServed(own, { kernel: 'auction' })).toEqual(plan);
    expect(own).toEqual(seededMarket(6, shape));
    expect(verifyAssignment(own, plan).faults).toEqual([]);
  });

  test('reads an unlimited capacity as one seat for everybody', () => {
    const bytes = writeMmi(market);
    new DataView(bytes.buffer).setUint32(24, 0xffff_ffff, true);
    expect(readMmi(bytes).capacity[0]).toBe(2);
  });

  test.each<[string, number, number, number]>([
    ['another file', 0, 0x4242_4242, 0],
    ['pairs beyond the end', 12, 5, 80],
    ['an absurd count', 4, 0xffff_ffff, 4],
    ['a row bound that falls', 24 + 12 + 4, 5, 24 + 12 + 4],
    ['a column out of order', 48 + 4, 0, 48 + 4],
    ['a column beyond the offers', 48 + 4, 3, 48 + 4],
    ['a score above the scale', 64 + 8, 10, 64 + 8],
  ])('names the byte of %s', (_name, at, value, named) => {
    const bytes = writeMmi(market);
    new DataView(bytes.buffer).setUint32(at, value, true);
    try {
      readMmi(bytes);
    } catch (error) {
      expect(error).toBeInstanceOf(MmiError);
      expect((error as MmiError).at).toBe(named);
      return;
    }
    expect.unreachable();
  });

  test('names the end of a file cut short', () => {
    expect(() => readMmi(writeMmi(market).subarray(0, 10))).toThrow('byte 10');
    expect(() => readMmi(writeMmi(market).subarray(0, 50))).toThrow('byte 50');
  });
});

test('MMS1 has the documented layout', () => {
  const plan = assignMostServed(market);
  const bytes = writeMms(plan);
  expect(bytes.length).toBe(16 + 8 + 4 + 12);
  expect(words(bytes).slice(1, 4)).toEqual([2, 3, 1]);
  expect(words(bytes).slice(4, 6)).toEqual([...plan.mate]);
  expect([...bytes.subarray(24, 27)]).toEqual([...plan.duals.dead]);
  expect(words(bytes).slice(7)).toEqual([...plan.duals.price]);
});
