import type { Weights } from '@trellis/domain/programs/settings';
import { bestOffers } from './sql-fit.ts';
import type { Numbering } from './sql-offers.ts';
import type { SqlRequest } from './sql-requests.ts';

const array = (values: readonly (number | boolean)[], type: string): string =>
  `('{${values.join()}}'::${type}[])`;

/**
 * A query written for one request: what is known of it stands there as constants, and a row of `offer` tells what it is worth for each
 * term. So it is one scan without a join, save for musts.
 */
export const writtenQuery = (w: Weights, { mostFields, stations }: Numbering, r: SqlRequest): string => {
  const sum = (kind: SqlRequest['asked'][number]['kind']) =>
    `(${['0', ...r.asked.filter((a) => a.kind === kind).map((a) => `${a.weight} * o.worth[${a.term + 1}]`)].join(' + ')})`;
  const towards = array(r.towards, 'float8');
  const came = array(r.came, 'float8');
  const step = (k: number) => `${towards}[o.place_${k}] * coalesce(${came}[o.came_${k}], ${r.start})`;
  const steps = Array.from({ length: stations }, (_, k) => step(k + 1));
  const onWay = r.towards.some((near) => near > 0);
  const speechless = r.speechless.flatMap((barred, at) => (barred ? [at + 1] : []));
  return bestOffers(w, mostFields, {
    skills: sum('skills'),
    goals: sum('goals'),
    industries: sum('industries'),
    path: onWay ? `coalesce(floor(greatest(${steps.join()}) / 10000 + 0.5)::int, 0)` : '0',
    all: { skills: `${r.all.skills}`, goals: `${r.all.goals}`, industries: `${r.all.industries}` },
    knownWeight: array(r.knownWeight, 'int'),
    style: array(r.style, 'int'),
    language: array(r.language, 'int'),
    time: array(r.time, 'int'),
    free: r.free === null ? 'null' : `B'${r.free}'`,
    fields: `B'${r.fields}'`,
    news: array(r.news, 'int'),
    wish:
      r.wishes.length === 0
        ? null
        : `case o.id ${r.wishes.map(([offer, worth]) => `when ${offer} then ${worth}`).join(' ')} end`,
    mix: `${r.mix}`,
    from: 'offer o',
    where: [
      'true',
      ...(speechless.length > 0 ? [`o.language not in (${speechless.join()})`] : []),
      ...(r.employer === null ? [] : [`(o.employer = ${r.employer}) is not true`]),
      ...r.must.map((term) => `o.id in (select offer from meets where term = ${term})`),
    ].join(' and '),
  });
};
