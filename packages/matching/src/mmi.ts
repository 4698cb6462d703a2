/**
 * The binary market format, little endian.
 *
 * MMI1: 'MMI1', u32 requests, offers, pairs, scale, slotStep; u32 capacity[offers], rowStart[requests + 1],
 * column[pairs], score[pairs] (0 … scale).
 * MMS1, its answer: 'MMS1', u32 requests, offers, flags; i32 mate[requests]; with flags & 1 the proof:
 * u8 dead[offers] padded to a multiple of 4, i32 price[offers].
 */
import type { Assignment } from './solver/assignment.ts';
import { marketRoom } from './solver/kernel.ts';
import { findMarketFault, type MarketFault, type SparseMarket } from './solver/sparse-market.ts';

const HEADER_BYTES = 24;
const RESULT_HEADER_BYTES = 16;
const LARGEST_I32 = 0x7fff_ffff;

/** A market file that cannot be used; `at` is the byte offset of what is wrong. */
export class MmiError extends Error {
  override readonly name = 'MmiError';
  readonly at: number;

  constructor(at: number, message: string) {
    super(`byte ${at}: ${message}`);
    this.at = at;
  }
}

/** Whether a file starts like an MMI1 market. */
export function isMmi(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && String.fromCharCode(...bytes.subarray(0, 4)) === 'MMI1';
}

/** Memory to read a file into, from which a market is solved without a second copy of its pairs. */
export const roomForMmi = marketRoom;

/**
 * Reads a market. The arrays are views into `bytes` where alignment and byte order allow, otherwise copies.
 * @throws MmiError naming the byte offset.
 */
export function readMmi(bytes: Uint8Array): SparseMarket {
  if (!isMmi(bytes)) throw new MmiError(0, "does not start with 'MMI1'");
  if (bytes.length < HEADER_BYTES)
    throw new MmiError(bytes.length, `header of ${HEADER_BYTES} bytes cut short`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const requests = count(view, 4, 'requests');
  const offers = count(view, 8, 'offers');
  const pairs = count(view, 12, 'pairs');
  const scale = count(view, 16, 'scale');
  const slotStep = count(view, 20, 'slotStep');
  const expected = HEADER_BYTES + 4 * (offers + requests + 1 + 2 * pairs);
  if (bytes.length !== expected) {
    const at = Math.min(bytes.length, expected);
    throw new MmiError(at, `file has ${bytes.length} bytes, its header asks for ${expected}`);
  }
  const capacityAt = HEADER_BYTES;
  const rowStartAt = capacityAt + 4 * offers;
  const columnAt = rowStartAt + 4 * (requests + 1);
  const scoreAt = columnAt + 4 * pairs;
  const market: SparseMarket = {
    requests,
    offers,
    capacity: clampSeats(words(bytes, capacityAt, offers), requests),
    rowStart: words(bytes, rowStartAt, requests + 1),
    column: words(bytes, columnAt, pairs),
    score: words(bytes, scoreAt, pairs),
    slotStep,
  };
  for (let e = 0; e < pairs; e++) {
    const value = market.score[e]!;
    if (value < 0 || value > scale) {
      throw new MmiError(scoreAt + 4 * e, `score ${value >>> 0} is outside 0 … ${scale}`);
    }
  }
  const fault = findMarketFault(market);
  if (fault !== null)
    throw new MmiError(offsetOf(fault, capacityAt, rowStartAt, columnAt, scoreAt), fault.message);
  return market;
}

/** Writes a market; scale is the largest score. @throws RangeError for negative scores. */
export function writeMmi(market: SparseMarket): Uint8Array {
  const pairs = market.column.length;
  let scale = 0;
  for (const value of market.score) {
    if (value < 0) throw new RangeError(`MMI1 holds no negative score such as ${value}`);
    if (value > scale) scale = value;
  }
  const bytes = new Uint8Array(HEADER_BYTES + 4 * (market.offers + market.requests + 1 + 2 * pairs));
  const view = new DataView(bytes.buffer);
  writeTag(bytes, 'MMI1');
  const header = [market.requests, market.offers, pairs, scale, market.slotStep];
  for (const [k, value] of header.entries()) view.setUint32(4 + 4 * k, value, true);
  let at = HEADER_BYTES;
  for (const part of [market.capacity, market.rowStart, market.column, market.score]) {
    for (let k = 0; k < part.length; k++, at += 4) view.setInt32(at, part[k]!, true);
  }
  return bytes;
}

/**
 * Writes the answer. The proof is left out (flags 0) when a price does not fit 32 bits.
 */
export function writeMms(plan: Assignment): Uint8Array {
  const requests = plan.mate.length;
  const { dead, price } = plan.duals;
  const offers = price.length;
  const proof = price.every((p) => p >= -LARGEST_I32 - 1 && p <= LARGEST_I32);
  const priceAt = RESULT_HEADER_BYTES + 4 * requests + 4 * Math.ceil(offers / 4);
  const deadAt = RESULT_HEADER_BYTES + 4 * requests;
  const bytes = new Uint8Array(proof ? priceAt + 4 * offers : deadAt);
  const view = new DataView(bytes.buffer);
  writeTag(bytes, 'MMS1');
  view.setUint32(4, requests, true);
  view.setUint32(8, offers, true);
  view.setUint32(12, proof ? 1 : 0, true);
  for (let i = 0; i < requests; i++) view.setInt32(RESULT_HEADER_BYTES + 4 * i, plan.mate[i]!, true);
  if (!proof) return bytes;
  bytes.set(dead, deadAt);
  for (let j = 0; j < offers; j++) view.setInt32(priceAt + 4 * j, price[j]!, true);
  return bytes;
}

function count(view: DataView, at: number, name: string): number {
  const value = view.getUint32(at, true);
  if (value > LARGEST_I32) throw new MmiError(at, `${name} is ${value}, more than ${LARGEST_I32}`);
  return value;
}

function words(bytes: Uint8Array, at: number, length: number): Int32Array {
  const start = bytes.byteOffset + at;
  if (start % 4 === 0 && isLittleEndian()) return new Int32Array(bytes.buffer, start, length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const copy = new Int32Array(length);
  for (let k = 0; k < length; k++) copy[k] = view.getInt32(at + 4 * k, true);
  return copy;
}

/** u32 capacities beyond the number of requests mean no limit; this keeps them within 32 signed bits. */
function clampSeats(seats: Int32Array, requests: number): Int32Array {
  const clamped = new Int32Array(seats.length);
  for (let j = 0; j < seats.length; j++) clamped[j] = Math.min(seats[j]! >>> 0, requests);
  return clamped;
}

function isLittleEndian(): boolean {
  return new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
}

function offsetOf(
  fault: MarketFault,
  capacityAt: number,
  rowStartAt: number,
  columnAt: number,
  scoreAt: number,
): number {
  const starts = { requests: 4, offers: 8, slotStep: 20 };
  const arrays = { capacity: capacityAt, rowStart: rowStartAt, column: columnAt, score: scoreAt };
  const { field } = fault;
  if (field === 'requests' || field === 'offers' || field === 'slotStep') return starts[field];
  return arrays[field] + 4 * fault.at;
}

function writeTag(bytes: Uint8Array, tag: string): void {
  for (let k = 0; k < tag.length; k++) bytes[k] = tag.charCodeAt(k);
}
