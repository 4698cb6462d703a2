import type { OfferSide } from '@trellis/domain/fit/sides';

/** Offers that give evidence for the same criteria and speak the same languages; they stand side by side. */
export interface EvidenceClass {
  /** Places `from` … `to − 1`. */
  readonly from: number;
  readonly to: number;
  readonly hasSkills: boolean;
  readonly hasGoals: boolean;
  readonly hasIndustries: boolean;
  readonly hasOccupationStation: boolean;
  readonly hasIndustryStation: boolean;
  readonly hasStyle: boolean;
  readonly saysFree: boolean;
  readonly hasFields: boolean;
  /** Which list of languages. */
  readonly languages: number;
}

export interface EvidenceOrder {
  readonly classes: readonly EvidenceClass[];
  readonly positionAt: Int32Array;
  readonly classOf: Int32Array;
  readonly languages: readonly Pick<OfferSide, 'languages'>[];
}

const evidenceOf = (offer: OfferSide) => ({
  hasSkills: offer.skills.length > 0,
  hasGoals: offer.goals.length > 0,
  hasIndustries: offer.industries.length > 0,
  hasOccupationStation: offer.places.some(({ place }) => place.occupation >= 0),
  hasIndustryStation: offer.places.some(({ place }) => place.industry >= 0),
  hasStyle: offer.style.some((answer) => answer !== 0),
  saysFree: offer.free !== null,
  hasFields: offer.fields.length > 0,
});

/** Sorts offers into classes; within a class they keep the pool's order, classes come as they are met. */
export const evidenceClasses = (pool: readonly OfferSide[]): EvidenceOrder => {
  const languages: Pick<OfferSide, 'languages'>[] = [];
  const languageNumber = new Map<string, number>();
  const members = new Map<
    number,
    { evidence: ReturnType<typeof evidenceOf>; languages: number; at: number[] }
  >();
  pool.forEach((offer, position) => {
    const spoken = offer.languages.join(' ');
    let language = languageNumber.get(spoken);
    if (language === undefined) {
      language = languages.length;
      languageNumber.set(spoken, language);
      languages.push({ languages: offer.languages });
    }
    const evidence = evidenceOf(offer);
    const key = Object.values(evidence).reduce((bits, has) => 2 * bits + Number(has), language);
    const known = members.get(key);
    if (known) known.at.push(position);
    else members.set(key, { evidence, languages: language, at: [position] });
  });
  const positionAt = new Int32Array(pool.length);
  const classOf = new Int32Array(pool.length);
  const classes: EvidenceClass[] = [];
  let end = 0;
  for (const { evidence, languages: language, at } of members.values()) {
    positionAt.set(at, end);
    classOf.fill(classes.length, end, end + at.length);
    classes.push({ from: end, to: end + at.length, ...evidence, languages: language });
    end += at.length;
  }
  return { classes, positionAt, classOf, languages };
};
