import type { Weights } from '@trellis/domain/programs/settings';

/** How many are wanted for each request. */
export const MOST = 50;

/** Expressions for everything about a request that the fit of an offer `o` needs. */
export interface FitTerms {
  /** Sums over what is asked, by kind, before they are divided by `all`. */
  readonly skills: string;
  readonly goals: string;
  readonly industries: string;
  readonly path: string;
  readonly all: { readonly skills: string; readonly goals: string; readonly industries: string };
  readonly knownWeight: string;
  readonly style: string;
  readonly language: string;
  readonly time: string;
  readonly free: string;
  readonly fields: string;
  readonly news: string;
  /** What the offer's place on the list of wishes is worth, or null; null for nobody. */
  readonly wish: string | null;
  readonly mix: string;
  /** Offers with joins that bring the sums. */
  readonly from: string;
  readonly where: string;
}

/** Rounds like `Math.round`; both are whole and not negative. */
const quotient = (sum: string, by: string): string => `(2 * ${sum} + ${by}) / (2 * ${by})`;

/** Value × weight of all criteria and the weights, packed into one integer; and how much news each offer brings. */
const sums = (w: Weights, mostFields: number, t: FitTerms, wish: string): string => `
  select o.id, ${wish} as wish,
    ${t.knownWeight}[o.known + 1] + ${t.style}[o.style] + ${t.language}[o.language]
    + coalesce(${t.time}[bit_count(o.free & ${t.free})::int + 1], 0)
    + ((
      ${w.skills} * (${quotient(t.skills, t.all.skills)}) + ${w.goals} * (${quotient(t.goals, t.all.goals)})
      + ${w.industries} * (${quotient(t.industries, t.all.industries)}) + ${w.path} * ${t.path}
    ) << 8) as packed,
    ${t.news}[bit_count(o.fields & ${t.fields})::int * ${mostFields + 1} + o.field_count + 1] as news
  from ${t.from} where ${t.where} offset 0`;

/** A wish counts where it lifts. */
const lifted = (w: Weights, from: string): string => `
  select id, news, packed + case when wish * (packed & 255) >= packed >> 8
    then (${w.wishes} * wish << 8) + ${w.wishes} else 0 end as packed
  from (${from}) sums offset 0`;

/**
 * The best offers of one request. `offset 0` keeps PostgreSQL from writing the same expression into every place where its value is
 * used.
 */
export const bestOffers = (w: Weights, mostFields: number, t: FitTerms): string => `
  select id, case when trust < 0 then case when news < 0 then 5000 else news end
    when news < 0 then trust
    else ${quotient(`((10000 - ${t.mix}) * trust + ${t.mix} * news)`, '10000')} end as fit
  from (
    select id, news,
      case packed & 255 when 0 then -1 else ${quotient('(packed >> 8)', '(packed & 255)')} end as trust
    from (${t.wish === null ? sums(w, mostFields, t, 'null::int') : lifted(w, sums(w, mostFields, t, t.wish))}) summed offset 0
  ) axes
  order by fit desc limit ${MOST}`;
