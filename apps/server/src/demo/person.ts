/** A person of the demo agency, written as one would tell it; terms are named as the starter taxonomy names them. */
export interface DemoPerson {
  readonly name: string;
  readonly country: string;
  readonly zone: string;
  readonly headline: string;
  readonly about?: string;
  readonly employer?: string;
  /** ISO 639-1 codes. */
  readonly languages: readonly string[];
  /** Skill → level 1…5. */
  readonly skills: Readonly<Record<string, 1 | 2 | 3 | 4 | 5>>;
  /** Industry → years. */
  readonly industries: Readonly<Record<string, number>>;
  /** Occupation, industry, first and last year (null: until today). */
  readonly career: readonly (readonly [string, string, number, number | null])[];
  /** Seven answers in the order of the style items; 0 leaves one unanswered. */
  readonly style: readonly number[];
  /** A usual week, as in `Mon 18-20, Sat 9:30-12`; empty: not said. */
  readonly hours: string;
}

export interface DemoMentor extends DemoPerson {
  readonly goals: readonly string[];
  /** null: never said. */
  readonly capacity: number | null;
  readonly note: string;
}

export interface DemoMentee extends DemoPerson {
  readonly towards: { readonly occupation: string; readonly industry: string };
  readonly goals: readonly string[];
  /** Wanted skills; a leading `!` makes one a must. */
  readonly wants: readonly string[];
  readonly mix: number | null;
  readonly note: string;
}

/** How it went for somebody whose program is over. */
export type DemoStory =
  | 'declined'
  | 'expired'
  | 'not_now'
  | 'moved_away'
  | 'closed_early'
  | 'closed_well'
  | 'kept'
  | 'under_way';

export interface DemoPastMentee extends DemoMentee {
  readonly story: DemoStory;
}
