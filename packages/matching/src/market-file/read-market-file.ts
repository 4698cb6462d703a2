import { type Decimal, parseDecimal } from './decimal.ts';
import { JsonNumber, JsonTextError, type JsonValue, parseJsonText } from './json-text.ts';

/** A market file as read, every id known. People are named by their position in the lists. */
export interface MarketFile {
  readonly requests: readonly { readonly id: string; readonly seats: number; readonly priority: number }[];
  /** Capacity null: unknown, which keeps the offer out. */
  readonly offers: readonly {
    readonly id: string;
    readonly capacity: number | null;
    readonly min: number;
    readonly required: boolean;
    readonly owner: number | null;
  }[];
  readonly owners: readonly { readonly id: string; readonly capacity: number | null }[];
  readonly pairs: readonly { readonly request: number; readonly offer: number; readonly fit: Decimal }[];
  /** Of each request its wished offers, best first, each once; likewise of each offer. */
  readonly wishes: ReadonlyMap<number, readonly number[]>;
  readonly offerWishes: ReadonlyMap<number, readonly number[]>;
  readonly fixed: readonly { readonly request: number; readonly offer: number }[];
  readonly loadStep: Decimal;
}

/** What a text holds: a market, or everything that is wrong with it, each with its path in the file. */
export type ReadMarket =
  | { readonly ok: true; readonly market: MarketFile }
  | { readonly ok: false; readonly problems: readonly string[] };

const MOST_PROBLEMS = 20;
const MOST_SEATS = 2 ** 31 - 1;

/**
 * Reads a market JSON text. Ids are non-empty strings, or integers taken as their digits; unknown keys are
 * left alone. `requests`, `offers` and `pairs` must be there, even if empty. A repeated wish counts once, a
 * wish for a pair that is not allowed keeps its place in the ranking.
 */
export function readMarketFile(text: string): ReadMarket {
  let root: JsonValue;
  try {
    root = parseJsonText(text);
  } catch (error) {
    if (error instanceof JsonTextError) return { ok: false, problems: [error.message] };
    throw error;
  }
  if (!(root instanceof Map)) return { ok: false, problems: ['the file: not an object { … }'] };
  const reader = new FileReader(root);
  const market = reader.read();
  const { problems } = reader;
  if (problems.length === 0) return { ok: true, market };
  const more = problems.length - MOST_PROBLEMS;
  const shown = problems.slice(0, MOST_PROBLEMS);
  return { ok: false, problems: more > 0 ? [...shown, `and ${more} more problems`] : shown };
}

class FileReader {
  readonly problems: string[] = [];
  private readonly root: ReadonlyMap<string, JsonValue>;

  constructor(root: ReadonlyMap<string, JsonValue>) {
    this.root = root;
  }

  read(): MarketFile {
    const ownerAt = new Map<string, number>();
    const owners = this.people('owners', false, ownerAt, (record, path) => ({
      capacity: this.optionalCount(record.get('capacity'), `${path}.capacity`),
    }));
    const requestAt = new Map<string, number>();
    const requests = this.people('requests', true, requestAt, (record, path) => ({
      seats: this.optionalCount(record.get('seats'), `${path}.seats`) ?? 1,
      priority: this.priority(record.get('priority'), `${path}.priority`),
    }));
    const offerAt = new Map<string, number>();
    const offers = this.people('offers', true, offerAt, (record, path) => ({
      capacity: this.optionalCount(record.get('capacity'), `${path}.capacity`),
      min: this.optionalCount(record.get('min'), `${path}.min`) ?? 0,
      required: this.flag(record.get('required'), `${path}.required`),
      owner: this.owner(record.get('owner'), `${path}.owner`, ownerAt),
    }));
    return {
      owners,
      requests,
      offers,
      pairs: this.pairs(requestAt, offerAt),
      wishes: this.wishes('wishes', requestAt, offerAt, ['request', 'offer']),
      offerWishes: this.wishes('offerWishes', offerAt, requestAt, ['offer', 'request']),
      fixed: this.fixed(requestAt, offerAt),
      loadStep: this.loadStep(),
    };
  }

  private people<T>(
    name: string,
    isNeeded: boolean,
    at: Map<string, number>,
    read: (record: ReadonlyMap<string, JsonValue>, path: string) => T,
  ): (T & { readonly id: string })[] {
    return this.list(name, isNeeded).flatMap((record, k) => {
      const path = `${name}[${k}]`;
      if (!(record instanceof Map)) {
        this.problem(path, 'not an object { … }');
        return [];
      }
      const id = this.id(record.get('id'), `${path}.id`);
      if (id === null) return [];
      if (at.has(id)) this.problem(`${path}.id`, `"${id}" occurs twice`);
      else at.set(id, at.size);
      return [{ id, ...read(record, path) }];
    });
  }

  private pairs(
    requestAt: ReadonlyMap<string, number>,
    offerAt: ReadonlyMap<string, number>,
  ): MarketFile['pairs'] {
    const seen = new Map<number, number>();
    const pairs: { request: number; offer: number; fit: Decimal }[] = [];
    this.list('pairs', true).forEach((entry, k) => {
      if (!Array.isArray(entry) || entry.length !== 3) {
        this.problem(`pairs[${k}]`, 'not [request, offer, fit]');
        return;
      }
      const [who, whom, value] = entry;
      // Paths are written only where something is wrong: there may be half a million pairs.
      const request = lookUp(requestAt, who) ?? this.known(who, `pairs[${k}][0]`, 'request', requestAt);
      const offer = lookUp(offerAt, whom) ?? this.known(whom, `pairs[${k}][1]`, 'offer', offerAt);
      const fit =
        (value instanceof JsonNumber ? parseDecimal(value.text) : null) ??
        this.decimal(value, `pairs[${k}][2]`);
      if (request === null || offer === null || fit === null) return;
      const key = request * offerAt.size + offer;
      const first = seen.get(key);
      if (first !== undefined) this.problem(`pairs[${k}]`, `the same pair as pairs[${first}]`);
      seen.set(key, k);
      pairs.push({ request, offer, fit });
    });
    return pairs;
  }

  private wishes(
    name: string,
    whoAt: ReadonlyMap<string, number>,
    whomAt: ReadonlyMap<string, number>,
    [who, whom]: readonly [string, string],
  ): ReadonlyMap<number, readonly number[]> {
    const wishes = new Map<number, readonly number[]>();
    const lists = this.root.get(name) ?? null;
    if (lists === null) return wishes;
    if (!(lists instanceof Map)) {
      this.problem(name, 'not an object { … }');
      return wishes;
    }
    for (const [id, list] of lists) {
      const path = `${name}.${id}`;
      const at = whoAt.get(id);
      if (at === undefined) this.problem(path, `no ${who} "${id}"`);
      if (!Array.isArray(list)) {
        this.problem(path, 'not a list');
        continue;
      }
      const wished = list.flatMap((entry, k) => this.known(entry, `${path}[${k}]`, whom, whomAt) ?? []);
      if (at !== undefined) wishes.set(at, [...new Set(wished)]);
    }
    return wishes;
  }

  private fixed(
    requestAt: ReadonlyMap<string, number>,
    offerAt: ReadonlyMap<string, number>,
  ): MarketFile['fixed'] {
    return this.list('fixed', false).flatMap((entry, k) => {
      const path = `fixed[${k}]`;
      if (!Array.isArray(entry) || entry.length !== 2) {
        this.problem(path, 'not [request, offer]');
        return [];
      }
      const request = this.known(entry[0], `${path}[0]`, 'request', requestAt);
      const offer = this.known(entry[1], `${path}[1]`, 'offer', offerAt);
      return request === null || offer === null ? [] : [{ request, offer }];
    });
  }

  private loadStep(): Decimal {
    const value = this.root.get('loadStep') ?? null;
    const step = value === null ? null : this.decimal(value, 'loadStep');
    if (step !== null && step.units < 0) this.problem('loadStep', 'negative');
    return step ?? { units: 0, places: 0 };
  }

  private list(name: string, isNeeded: boolean): readonly JsonValue[] {
    const value = this.root.get(name) ?? null;
    if (Array.isArray(value)) return value;
    if (value !== null || isNeeded) this.problem(name, value === null ? 'missing' : 'not a list [ … ]');
    return [];
  }

  private id(value: JsonValue | undefined, path: string): string | null {
    if (typeof value === 'string' && value !== '') return value;
    if (value instanceof JsonNumber && /^-?[0-9]+$/.test(value.text)) return value.text;
    this.problem(path, value === undefined ? 'missing' : 'not an id: a non-empty string or an integer');
    return null;
  }

  private known(
    value: JsonValue | undefined,
    path: string,
    noun: string,
    at: ReadonlyMap<string, number>,
  ): number | null {
    const id = this.id(value, path);
    if (id === null) return null;
    const found = at.get(id);
    if (found === undefined) this.problem(path, `no ${noun} "${id}"`);
    return found ?? null;
  }

  private owner(
    value: JsonValue | undefined,
    path: string,
    ownerAt: ReadonlyMap<string, number>,
  ): number | null {
    return value === undefined || value === null ? null : this.known(value, path, 'owner', ownerAt);
  }

  private decimal(value: JsonValue | undefined, path: string): Decimal | null {
    if (!(value instanceof JsonNumber)) {
      this.problem(path, 'not a number');
      return null;
    }
    const decimal = parseDecimal(value.text);
    if (decimal === null) this.problem(path, 'not a finite number');
    return decimal;
  }

  private optionalCount(value: JsonValue | undefined, path: string): number | null {
    if (value === undefined || value === null) return null;
    const count = value instanceof JsonNumber ? Number(value.text) : Number.NaN;
    if (Number.isInteger(count) && count >= 0 && count <= MOST_SEATS) return count;
    this.problem(path, 'not a whole number of 0 or more');
    return null;
  }

  private priority(value: JsonValue | undefined, path: string): number {
    if (value === undefined || value === null) return 0;
    const priority = value instanceof JsonNumber ? Number(value.text) : Number.NaN;
    if (Number.isFinite(priority)) return priority;
    this.problem(path, 'not a finite number');
    return 0;
  }

  private flag(value: JsonValue | undefined, path: string): boolean {
    if (value === undefined || value === null) return false;
    if (typeof value === 'boolean') return value;
    this.problem(path, 'not true or false');
    return false;
  }

  private problem(path: string, what: string): void {
    this.problems.push(`${path}: ${what}`);
  }
}

function lookUp(at: ReadonlyMap<string, number>, value: JsonValue | undefined): number | undefined {
  return typeof value === 'string' ? at.get(value) : undefined;
}
