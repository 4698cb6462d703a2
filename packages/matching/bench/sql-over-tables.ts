import type { Weights } from '@trellis/domain/programs/settings';
import { bestOffers } from './sql-fit.ts';

/** Best worth for each asked term: read from lists made ahead, or found among all held terms near it. */
const LISTED =
  'select a.kind, a.weight, n.offer, n.worth from asked a join near n on n.term = a.term where a.request = r.id';
const JOINED = `select a.kind, a.weight, h.offer, max(n.near * h.worth / 10000) as worth
  from asked a join nearness n on n.asked = a.term join held h on h.term = n.held
  where a.request = r.id group by a.kind, a.term, a.weight, h.offer`;

/** Requests of the table `request` (aliased r), each with its best offers. */
const overTables = (w: Weights, mostFields: number, lists: string): string => `
  select r.id as request, best.id as offer, best.fit
  from request r cross join lateral (${bestOffers(w, mostFields, {
    skills: 'coalesce(hit.skills, 0)',
    goals: 'coalesce(hit.goals, 0)',
    industries: 'coalesce(hit.industries, 0)',
    path: 'coalesce(career.path, 0)',
    all: { skills: 'r.all_skills', goals: 'r.all_goals', industries: 'r.all_industries' },
    knownWeight: 'r.known_weight',
    style: 'r.style',
    language: 'r.language',
    time: 'r.time',
    free: 'r.free',
    fields: 'r.fields',
    news: 'r.news',
    wish: 'wish.worth',
    mix: 'r.mix',
    from: `offer o
      left join (
        select offer, (sum(weight * worth) filter (where kind = 0))::int as skills,
          (sum(weight * worth) filter (where kind = 1))::int as goals,
          (sum(weight * worth) filter (where kind = 2))::int as industries
        from (${lists}) asked_for group by offer
      ) hit on hit.offer = o.id
      left join (
        select s.offer, max(floor(t.near * coalesce(c.counts, r.start) / 10000 + 0.5))::int as path
        from towards t join station s on s.place = t.place
          left join came c on c.request = r.id and c.place = s.came_from
        where t.request = r.id group by s.offer
      ) career on career.offer = o.id
      left join (
        select meets.offer, count(*) as musts from must join meets on meets.term = must.term
        where must.request = r.id group by meets.offer
      ) met on met.offer = o.id
      left join wish on wish.request = r.id and wish.offer = o.id`,
    where: `not r.speechless[o.language] and (o.employer = r.employer) is not true
      and coalesce(met.musts, 0) = r.musts`,
  })}) best`;

/** The textbook: what is asked joined with what is held by way of what is near. */
export const joinedQuery = (w: Weights, mostFields: number): string => overTables(w, mostFields, JOINED);

/** Lists for every term that can be asked for, made ahead. */
export const listedQuery = (w: Weights, mostFields: number): string => overTables(w, mostFields, LISTED);
