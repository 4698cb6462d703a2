import type { Fit } from '../fit/fit.ts';
import { CRITERIA, type Criterion } from '../programs/settings.ts';

/** How each criterion stood for two people, 0…FIT_SCALE; null where one of them had left it blank. */
export type CriterionValues = Readonly<Record<Criterion, number | null>>;

export const valuesOf = ({ parts }: Pick<Fit, 'parts'>): CriterionValues =>
  Object.fromEntries(
    CRITERIA.map((criterion) => [
      criterion,
      parts.find((part) => part.criterion === criterion)?.value ?? null,
    ]),
  ) as CriterionValues;
