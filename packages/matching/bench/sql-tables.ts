import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CareerStation } from '@trellis/domain/fit/sides';
import { nearness } from '@trellis/domain/fit/yardstick';
import type { Sql } from 'postgres';
import type { Pool } from '../src/pool.ts';
import { fieldBits, freeBits, heldTerms, knownBits, type Numbering, worthByTerm } from './sql-offers.ts';
import type { SqlRequest } from './sql-requests.ts';

const columns = (stations: number): string =>
  Array.from({ length: stations }, (_, k) => `place_${k + 1} smallint, came_${k + 1} smallint`).join();

const schema = ({ slots, fieldAt, stations }: Numbering): string => `
  create table offer (
    id int not null, known smallint not null, style smallint not null, language smallint not null,
    field_count smallint not null, employer int,
    ${columns(stations)},
    free bit(${slots}), fields bit(${fieldAt.size}) not null, worth smallint[] not null
  );
  create table held (term smallint not null, offer int not null, worth int not null);
  create table station (place smallint not null, came_from smallint, offer int not null);
  create table nearness (asked smallint not null, held smallint not null, near int not null, meets bool not null);

  create table request (
    id int not null, all_skills int not null, all_goals int not null, all_industries int not null, musts int not null,
    start float8 not null, mix int not null, employer int, free bit(${slots}), fields bit(${fieldAt.size}) not null,
    known_weight int[] not null, style int[] not null, language int[] not null, time int[] not null,
    speechless bool[] not null, news int[] not null
  );
  alter table request ${['known_weight', 'style', 'language', 'time', 'speechless', 'news']
    .map((column) => `alter column ${column} set storage plain`)
    .join()};
  create table asked (
    request int not null, term smallint not null, kind smallint not null, weight int not null
  );
  create table must (request int not null, term smallint not null);
  create table towards (request int not null, place smallint not null, near float8 not null);
  create table came (request int not null, place smallint not null, counts float8 not null);
  create table wish (request int not null, offer int not null, worth int not null);`;

/** Lists that SQL derives itself (with whom each asked term is worth something, who meets it as a must), then all indexes. */
const derived = `
  create table near as
    select asked as term, offer, max(near * held.worth / 10000) as worth
    from held join nearness on held = term group by asked, offer order by 1, 2;
  create table meets as
    select distinct asked as term, offer from held join nearness on held = term where meets order by 1, 2;
  create unique index on offer (id);
  create index on held (term) include (offer, worth);
  create index on near (term) include (offer, worth);
  create index on meets (term) include (offer);
  create index on station (place) include (offer, came_from);
  create index on nearness (asked) include (held, near);
  create unique index on request (id);
  create index on asked (request) include (term, kind, weight);
  create index on must (request) include (term);
  create index on towards (request) include (place, near);
  create unique index on came (request, place) include (counts);
  create index on wish (request) include (offer, worth);
  vacuum analyze;`;

type Value = number | boolean | string | null | readonly (number | boolean | null)[] | Int16Array;

const textOf = (value: Value): string =>
  value === null
    ? '\\N'
    : typeof value === 'object'
      ? `{${Array.from(value, (one) => one ?? 'null').join()}}`
      : String(value);

const fill = async (sql: Sql, table: string, rows: Iterable<readonly Value[]>): Promise<void> => {
  const lines = function* () {
    for (const row of rows) yield `${row.map(textOf).join('\t')}\n`;
  };
  await pipeline(Readable.from(lines()), await sql.unsafe(`copy ${table} from stdin`).writable());
};

/** Numbers of a station's place and of the one before it. */
const stationRow = (
  station: CareerStation | undefined,
  { places }: Numbering,
): [number | null, number | null] => [
  station === undefined ? null : places.numberOf(station.place),
  station?.cameFrom ? places.numberOf(station.cameFrom) : null,
];

const offerRows = function* ({ offers, yardstick }: Pool, numbering: Numbering): Generator<Value[]> {
  const { styles, languages, stations, employerAt } = numbering;
  for (const [id, offer] of offers.entries()) {
    yield [
      ...[id, knownBits(offer), styles.numberOf(offer.style), languages.numberOf(offer.languages)],
      ...[offer.fields.length, offer.employer === null ? null : employerAt.get(offer.employer)!],
      ...Array.from({ length: stations }, (_, k) => stationRow(offer.places[k], numbering)).flat(),
      ...[freeBits(offer.free, yardstick.week, numbering), fieldBits(offer.fields, numbering)],
      worthByTerm(offer, yardstick.parent),
    ];
  }
};

const nearnessRows = function* (parent: readonly number[]): Generator<Value[]> {
  for (const asked of parent.keys()) {
    for (const held of parent.keys()) {
      const near = nearness(parent, asked, held);
      if (near > 0) yield [asked, held, near, asked === held || parent[held] === asked];
    }
  }
};

const requestRow = (r: SqlRequest): Value[] => [
  ...[
    r.id,
    r.all.skills,
    r.all.goals,
    r.all.industries,
    r.must.length,
    r.start,
    r.mix,
    r.employer,
    r.free,
    r.fields,
  ],
  ...[r.knownWeight, r.style, r.language, r.time, r.speechless, r.news],
];

/** Makes and fills all tables, indexed and analyzed. */
export const fillTables = async (
  sql: Sql,
  pool: Pool,
  requests: readonly SqlRequest[],
  numbering: Numbering,
): Promise<void> => {
  const { offers, yardstick } = pool;
  await sql.unsafe(schema(numbering));
  await fill(sql, 'offer', offerRows(pool, numbering));
  await fill(
    sql,
    'held',
    offers.flatMap((offer, id) => heldTerms(offer).map(([term, worth]) => [term, id, worth])),
  );
  const { places } = numbering;
  await fill(
    sql,
    'station',
    offers.flatMap((offer, id) =>
      offer.places.map(({ place, cameFrom }) => [
        places.numberOf(place),
        cameFrom === null ? null : places.numberOf(cameFrom),
        id,
      ]),
    ),
  );
  await fill(sql, 'nearness', nearnessRows(yardstick.parent));
  await fill(sql, 'request', requests.map(requestRow));
  const each = (rows: (request: SqlRequest) => readonly (readonly Value[])[]) =>
    requests.flatMap((request) => rows(request).map((row) => [request.id, ...row]));
  await fill(
    sql,
    'asked',
    each(({ asked }) => asked.map((a) => [a.term, KINDS.indexOf(a.kind), a.weight])),
  );
  await fill(
    sql,
    'must',
    each(({ must }) => must.map((term) => [term])),
  );
  await fill(
    sql,
    'towards',
    each(({ towards }) => towards.flatMap((near, at) => (near > 0 ? [[at + 1, near]] : []))),
  );
  await fill(
    sql,
    'came',
    each(({ came, start }) => came.flatMap((counts, at) => (counts > start ? [[at + 1, counts]] : []))),
  );
  await fill(
    sql,
    'wish',
    each(({ wishes }) => wishes),
  );
  for (const statement of derived.split(';')) if (statement.trim() !== '') await sql.unsafe(statement);
};

const KINDS = ['skills', 'goals', 'industries'];
