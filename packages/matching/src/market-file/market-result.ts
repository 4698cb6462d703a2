import type { WaitingRequest } from './waiting-causes.ts';

/** An exact number, already in its digits, to be written bare into the result. */
export interface ExactNumber {
  readonly digits: string;
}

/** A value of the result file; everything is plain JSON but the exact numbers. */
export type ResultValue =
  | string
  | number
  | boolean
  | null
  | ExactNumber
  | readonly ResultValue[]
  | { readonly [key: string]: ResultValue };

/**
 * The result of a market file. `feasible` is a plan within every limit whose proof was given up when the
 * work allowed ran out; its certificate states the bound.
 */
export interface MarketResult {
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'invalid';
  readonly objective: { readonly [key: string]: ResultValue };
  /** Requests with at least one pairing. */
  readonly served: number;
  /** Seats filled. */
  readonly assignments: number;
  /** Fits minus load costs. */
  readonly total: ExactNumber;
  readonly pairings: readonly (readonly [request: string, offer: string, fit: ExactNumber])[];
  readonly waiting: readonly WaitingRequest[];
  readonly certificate: { readonly [key: string]: ResultValue } | null;
  readonly causes: readonly string[];
}

/** An exact number from its digits. */
export function exact(digits: string): ExactNumber {
  return { digits };
}

/** Writes a result as JSON, one pairing and one waiting request a line. */
export function writeMarketResult(result: MarketResult): string {
  const lines = Object.entries(result).map(([key, value]) => {
    const isRows = key === 'pairings' || key === 'waiting';
    return `  ${JSON.stringify(key)}: ${isRows ? writeRows(value) : writeValue(value)}`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}

function writeRows(rows: readonly ResultValue[]): string {
  return rows.length === 0 ? '[]' : `[\n${rows.map((row) => `    ${writeValue(row)}`).join(',\n')}\n  ]`;
}

function writeValue(value: ResultValue): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((part: ResultValue) => writeValue(part)).join(', ')}]`;
  if ('digits' in value) return (value as ExactNumber).digits;
  const parts = Object.entries(value as { readonly [key: string]: ResultValue });
  return `{${parts.map(([key, part]) => `${JSON.stringify(key)}: ${writeValue(part)}`).join(', ')}}`;
}
