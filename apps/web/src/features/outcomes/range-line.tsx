import { FIT_SCALE } from '@trellis/domain/fit/fit';
import styles from './outcomes.module.css';

const WIDTH = 200;
const HEIGHT = 18;

/** The range in which the truth lies, on a line whose middle is "no difference". The words beside it say the same. */
export function RangeLine(props: { superiority: number; low: number; high: number }) {
  const xAt = (value: number) => (WIDTH * value) / FIT_SCALE;
  const y = HEIGHT / 2;
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={styles.range}>
      <path d={`M0 ${y}H${WIDTH}`} className={styles.axis} />
      <path d={`M${WIDTH / 2} 0V${HEIGHT}`} className={styles.axis} />
      <path d={`M${xAt(props.low)} ${y}H${xAt(props.high)}`} className={styles.span} />
      <circle cx={xAt(props.superiority)} cy={y} r={4.5} className={styles.point} />
    </svg>
  );
}
