import type { Weights } from '@trellis/domain/programs/settings';
import type { Sql } from 'postgres';
import type { Numbering } from './sql-offers.ts';
import { joinedQuery, listedQuery } from './sql-over-tables.ts';
import type { SqlRequest } from './sql-requests.ts';
import { writtenQuery } from './sql-written.ts';

/** One way to ask PostgreSQL: gives the fits found for each request, in the order of the requests. */
export interface Formulation {
  readonly name: string;
  /** Parallel workers beside the first process. */
  readonly workers: number;
  readonly ask: (sql: Sql, requests: readonly SqlRequest[]) => Promise<(readonly number[])[]>;
}

interface FitRow {
  readonly request: number;
  readonly fit: number;
}

const fitsOf = (rows: readonly FitRow[]): number[] => rows.map(({ fit }) => fit);

/** A prepared statement, run for one request after the other. */
const oneByOne =
  (text: string): Formulation['ask'] =>
  async (sql, requests) => {
    const found: number[][] = [];
    for (const { id } of requests) {
      found.push(fitsOf(await sql.unsafe<FitRow[]>(`${text} where r.id = $1`, [id], { prepare: true })));
    }
    return found;
  };

/** One statement for all requests. */
const allAtOnce =
  (text: string): Formulation['ask'] =>
  async (sql, requests) => {
    const ids = requests.map(({ id }) => id).join();
    const found = new Map(requests.map(({ id }) => [id, [] as number[]]));
    const rows = await sql.unsafe<FitRow[]>(`${text} where r.id in (${ids})`);
    for (const { request, fit } of rows) found.get(request)!.push(fit);
    return [...found.values()];
  };

/** A statement for each request, planned anew; all are sent before the first answer is awaited. */
const written =
  (textOf: (request: SqlRequest) => string): Formulation['ask'] =>
  async (sql, requests) =>
    (await Promise.all(requests.map((request) => sql.unsafe<FitRow[]>(textOf(request))))).map(fitsOf);

/** All formulations compared. */
export const formulations = (weights: Weights, numbering: Numbering): readonly Formulation[] => {
  const joined = joinedQuery(weights, numbering.mostFields);
  const listed = listedQuery(weights, numbering.mostFields);
  const texts = new Map<SqlRequest, string>();
  const textOf = (request: SqlRequest): string => {
    const text = texts.get(request) ?? writtenQuery(weights, numbering, request);
    texts.set(request, text);
    return text;
  };
  return [
    { name: 'terms joined by nearness, prepared', workers: 0, ask: oneByOne(joined) },
    { name: 'near lists made ahead, prepared', workers: 0, ask: oneByOne(listed) },
    { name: 'near lists made ahead, one statement for all', workers: 0, ask: allAtOnce(listed) },
    { name: 'near lists, one statement, a parallel worker', workers: 1, ask: allAtOnce(listed) },
    { name: 'one scan of wide rows, written for each request', workers: 0, ask: written(textOf) },
    { name: 'the same scan, a parallel worker', workers: 1, ask: written(textOf) },
  ];
};
