import type { CriterionOutcome } from '@trellis/domain/outcomes/views';
import styles from './outcomes.module.css';

const STEP = 20;
const RISE = 14;
const RADIUS = 6;
/** Between the line and the middle of the first dot, and from the last dot to the edge. */
const GAP = 11;

/**
 * How a criterion's values stood: above the line those that went on, below it, hollow, those that did not. Nobody's name is
 * behind a dot. The needles point at the middle values, which the words beside it tell as well.
 * @param props.places where the needles point, in hundredths of the line
 */
export function DotStrip(props: {
  label: string;
  strip: NonNullable<CriterionOutcome['comparison']>['strip'];
  places: { wentOn: number; didNot: number };
  perDot: number;
}) {
  const { strip, places, perDot } = props;
  const last = strip.wentOn.length - 1;
  const width = (last + 1) * STEP;
  const dotsAt = (count: number) => Math.ceil(count / perDot);
  const rise = (counts: readonly number[]) => Math.max(...counts.map(dotsAt)) * RISE + GAP;
  const line = rise(strip.wentOn);
  const height = line + rise(strip.didNot);
  const xAt = (hundredths: number) => STEP / 2 + (hundredths / 100) * (width - STEP);
  const dots = (counts: readonly number[], sign: 1 | -1) =>
    counts.flatMap((count, place) =>
      Array.from({ length: dotsAt(count) }, (_, i) => (
        <circle
          key={`${place} ${i}`}
          cx={xAt((100 * place) / last)}
          cy={line + sign * (i * RISE + GAP)}
          r={RADIUS}
        />
      )),
    );
  return (
    <svg role="img" aria-label={props.label} viewBox={`0 0 ${width} ${height}`} className={styles.strip}>
      <path d={`M0 ${line}H${width}`} className={styles.axis} />
      <g className={styles.wentOn}>
        <path d={`M${xAt(places.wentOn)} ${line}V2`} />
        {dots(strip.wentOn, -1)}
      </g>
      <g className={styles.didNot}>
        <path d={`M${xAt(places.didNot)} ${line}V${height - 2}`} />
        {dots(strip.didNot, 1)}
      </g>
    </svg>
  );
}
