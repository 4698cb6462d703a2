import type { ZoneRules } from '../availability/zone-rules.ts';
import { weekOf } from '../availability/zone-rules.ts';
import type { TermId } from '../ids.ts';
import type { RuleSettings, Weights } from '../programs/settings.ts';
import type { Term } from '../taxonomy/tree.ts';
import { FIT_SCALE, type Kinship } from './fit.ts';

/** What a pool has plenty of and what is rare in it: counted over the offers of a round. */
export interface PoolFacts {
  readonly offers: number;
  /** How many offers have this very skill. */
  readonly offersWith: ReadonlyMap<TermId, number>;
}

export interface YardstickInput {
  readonly terms: readonly Term[];
  readonly weights: Weights;
  readonly rules: RuleSettings;
  readonly pool: PoolFacts;
  readonly zones: ZoneRules;
  /** The date whose week and clocks count, ISO 8601. */
  readonly at: string;
}

/**
 * What every fit of one round is measured with: the agency's taxonomy, the program's weights and rules, what is rare in
 * the pool, and the week in which hours are compared. Terms are small integers inside.
 */
export interface Yardstick {
  readonly weights: Weights;
  readonly rules: RuleSettings;
  readonly zones: ZoneRules;
  /** The first minute of the compared week, UTC minutes since the epoch. */
  readonly week: number;
  /** Number of a term; terms that the taxonomy does not list get one too and stand alone. */
  numberOf(term: TermId): number;
  termOf(number: number): TermId;
  /** Number of a term's parent, −1 for none. */
  readonly parent: readonly number[];
  /** How much a skill counts: 100 when every offer has it, and 100 more each time only half as many do; at most 800. */
  rarityOf(number: number): number;
}

/** Rarity from which a skill is called rare: at most one offer in eight has it. */
export const RARE_FROM = 400;
const MOST_RARE = 800;

export const makeYardstick = (input: YardstickInput): Yardstick => {
  const numbers = new Map<TermId, number>();
  const terms: TermId[] = [];
  const parent: number[] = [];
  const numberOf = (term: TermId): number => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    numbers.set(term, terms.length);
    terms.push(term);
    parent.push(-1);
    return terms.length - 1;
  };
  for (const term of input.terms) numberOf(term.id);
  for (const term of input.terms) {
    if (term.parentId !== null) parent[numberOf(term.id)] = numberOf(term.parentId);
  }
  const rarity: number[] = [];
  return {
    weights: input.weights,
    rules: input.rules,
    zones: input.zones,
    week: weekOf(input.at),
    numberOf,
    termOf: (number) => terms[number]!,
    parent,
    rarityOf: (number) => {
      rarity[number] ??= rarityFrom(input.pool.offers, input.pool.offersWith.get(terms[number]!) ?? 0);
      return rarity[number];
    },
  };
};

/** A skill that nobody has counts like one that a single offer has. */
const rarityFrom = (offers: number, having: number): number =>
  Math.min(MOST_RARE, Math.round(100 * (1 + Math.log2(Math.max(1, offers) / Math.max(1, having)))));

const NEARNESS = { same: FIT_SCALE, parent: 6_000, child: 6_000, sibling: 4_000 } as const;

/** All values of `nearness`, ascending. */
export const NEARNESS_LEVELS: readonly number[] = [0, NEARNESS.sibling, NEARNESS.parent, NEARNESS.same];

/** How near two terms are, 0…FIT_SCALE: the same, parent and child, siblings, or nothing (as `termNearness`). */
export const nearness = (parent: readonly number[], asked: number, held: number): number => {
  if (asked === held) return NEARNESS.same;
  const above = parent[asked]!;
  if (above === held || parent[held] === asked) return NEARNESS.parent;
  return above >= 0 && above === parent[held] ? NEARNESS.sibling : 0;
};

export const kinshipOf = (parent: readonly number[], asked: number, held: number): Kinship | null => {
  if (asked === held) return 'same';
  if (parent[asked] === held) return 'parent';
  if (parent[held] === asked) return 'child';
  return parent[asked]! >= 0 && parent[asked] === parent[held] ? 'sibling' : null;
};
