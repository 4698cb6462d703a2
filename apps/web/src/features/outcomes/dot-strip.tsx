import { Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import styles from './outcomes.module.css';

type Side = 'wentOn' | 'didNot';

const STEP = 20;
const RISE = 14;
const RADIUS = 6;

/**
 * How a criterion's values stood: above the line those that went on, below it, hollow, those that did not. A dot is a
 * pairing, or as many as `perDot`; nobody's name is behind it. The needles point at the middle values.
 */
export function DotStrip(props: {
  name: string;
  strip: Readonly<Record<Side, readonly number[]>>;
  /** 0…100 */
  middle: Readonly<Record<Side, number>>;
  perDot: number;
  highest: Readonly<Record<Side, number>>;
}) {
  const t = useTranslations('outcomes.strip');
  const { strip, middle, perDot, highest } = props;
  const places = strip.wentOn.length;
  const width = places * STEP;
  const top = highest.wentOn * RISE + 12;
  const height = top + highest.didNot * RISE + 12;
  const xAt = (share: number) => STEP / 2 + (share / 100) * (width - STEP);
  const dots = (side: Side, sign: 1 | -1) =>
    strip[side].flatMap((count, place) =>
      Array.from({ length: Math.ceil(count / perDot) }, (_, i) => (
        <circle
          key={`${place} ${i}`}
          cx={xAt((100 * place) / (places - 1))}
          cy={top + sign * (i * RISE + 11)}
          r={RADIUS}
        />
      )),
    );
  return (
    <figure className={styles.figure}>
      <svg
        role="img"
        aria-label={t('picture', { name: props.name, ...middle })}
        viewBox={`0 0 ${width} ${height}`}
        className={styles.strip}
      >
        <path d={`M0 ${top}H${width}`} className={styles.axis} />
        <g className={styles.wentOn}>
          <path d={`M${xAt(middle.wentOn)} ${top}V2`} />
          {dots('wentOn', -1)}
        </g>
        <g className={styles.didNot}>
          <path d={`M${xAt(middle.didNot)} ${top}V${height - 2}`} />
          {dots('didNot', 1)}
        </g>
      </svg>
      <figcaption className={styles.caption}>
        <Text size="sm" className={styles.wentOnKey}>
          {t('wentOn', { middle: middle.wentOn })}
        </Text>
        <Text size="sm" className={styles.didNotKey}>
          {t('didNot', { middle: middle.didNot })}
        </Text>
        <Text size="sm" c="dimmed">
          {t('scale', { perDot })}
        </Text>
      </figcaption>
    </figure>
  );
}
