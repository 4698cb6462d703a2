import { Text } from '@mantine/core';
import { useClockWords } from './use-clock-words.ts';
import styles from './week-strip.module.css';

/** Minutes after midnight of an ISO weekday, 1 (Monday) … 7. */
type Hours = readonly { readonly weekday: number; readonly from: number; readonly to: number }[];

const MINUTES_PER_DAY = 1440;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const HOURS = [0, 6, 12, 18];

/**
 * Two usual weeks on one clock: a line a day, the first above, the second below, and what both have through both. Tells by
 * place and height what it tells by color. A picture for the eye: `label` says the same in words.
 * @param props.both hours that are in both weeks
 * @param props.names what the three kinds of bars are called below the picture
 */
export function WeekStrip(props: {
  label: string;
  first: Hours;
  second: Hours;
  both: Hours;
  names: { first: string; second: string; both: string };
}) {
  const clock = useClockWords();
  return (
    <div className={styles.strip}>
      <div role="img" aria-label={props.label} className={styles.week}>
        <span />
        <div className={styles.hours}>
          {HOURS.map((hour) => (
            <span key={hour} style={{ insetInlineStart: share(hour * 60) }}>
              {clock.hour(hour)}
            </span>
          ))}
        </div>
        {WEEKDAYS.map((weekday) => (
          <Day key={weekday} {...props} name={clock.shortDay(weekday)} weekday={weekday} />
        ))}
      </div>
      <div className={styles.legend} aria-hidden="true">
        {(['first', 'second', 'both'] as const).map((kind) => (
          <Text key={kind} span size="sm" className={styles.entry}>
            <span className={styles.sample}>
              <span className={styles.bar} data-kind={kind} style={{ insetInlineStart: 0, width: '100%' }} />
            </span>
            {props.names[kind]}
          </Text>
        ))}
      </div>
    </div>
  );
}

function Day(props: { name: string; weekday: number; first: Hours; second: Hours; both: Hours }) {
  return (
    <>
      <span className={styles.day}>{props.name}</span>
      <div className={styles.track}>
        {(['first', 'second', 'both'] as const).flatMap((kind) =>
          props[kind]
            .filter(({ weekday }) => weekday === props.weekday)
            .map(({ from, to }) => (
              <span
                key={`${kind} ${from}`}
                className={styles.bar}
                data-kind={kind}
                style={{ insetInlineStart: share(from), width: share(to - from) }}
              />
            )),
        )}
      </div>
    </>
  );
}

/** Minutes as their share of a day. */
const share = (minutes: number): string => `${(minutes / MINUTES_PER_DAY) * 100}%`;
