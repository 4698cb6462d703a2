/* biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells can be worked with (ARIA) */
import { minutesInSlot, SLOT_MINUTES, SLOTS_PER_DAY, type Slot } from '@trellis/domain/availability/slots';
import type { WeeklyHours } from '@trellis/domain/availability/weekly-hours';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useAnnounce } from '../../ui/live-region.tsx';
import { useClockWords } from '../../ui/use-clock-words.ts';
import styles from './hours.module.css';
import { type Stroke, usePainting, within } from './use-painting.ts';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const SLOTS = Array.from({ length: SLOTS_PER_DAY }, (_, slot) => slot);
/** Where most people's day begins: shown first, the night is above. */
const FIRST_SHOWN = 14;

/** The usual week in half hours: painted with the mouse, a finger or the keyboard. */
export function HoursGrid(props: {
  label: string;
  hours: WeeklyHours;
  onChange: (hours: WeeklyHours) => void;
}) {
  const t = useTranslations('availability');
  const words = useClockWords();
  const announce = useAnnounce();
  const frame = useRef<HTMLDivElement>(null);
  const painting = usePainting({
    frame,
    hours: props.hours,
    onPaint(hours, stroke) {
      props.onChange(hours);
      announce(spoken(stroke));
    },
  });
  const { drawn, focus } = painting;

  useEffect(() => {
    const row = frame.current?.querySelector<HTMLElement>(`tr[data-row="${FIRST_SHOWN}"]`);
    if (frame.current && row) frame.current.scrollTop = row.offsetTop - 40;
  }, []);

  const spoken = ({ from, to, free }: Stroke): string => {
    const days = [from.weekday, to.weekday].sort((a, b) => a - b).map(words.day);
    const start = words.time(Math.min(from.slot, to.slot) * SLOT_MINUTES);
    const end = words.time((Math.max(from.slot, to.slot) + 1) * SLOT_MINUTES);
    const [first = '', last = ''] = days;
    return first === last
      ? t(free ? 'painted' : 'cleared', { day: first, start, end })
      : t(free ? 'paintedDays' : 'clearedDays', { first, last, start, end });
  };
  const stateOf = (at: Slot): 'all' | 'some' | 'none' => {
    if (drawn && within(drawn, at)) return drawn.free ? 'all' : 'none';
    const minutes = minutesInSlot(props.hours, at);
    return minutes === SLOT_MINUTES ? 'all' : minutes > 0 ? 'some' : 'none';
  };

  return (
    <div className={styles.scroll} ref={frame}>
      <table
        role="grid"
        aria-label={props.label}
        aria-multiselectable="true"
        className={styles.grid}
        data-drawing={drawn !== null || undefined}
        {...painting.handlers}
      >
        <thead>
          <tr>
            <th className={styles.corner} aria-label={t('time')} />
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} scope="col">
                <abbr title={words.day(weekday)} style={{ textDecoration: 'none' }}>
                  {words.shortDay(weekday)}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {SLOTS.map((slot) => (
            <tr key={slot} data-row={slot}>
              <th scope="row">{slot % 2 === 0 ? words.hour(slot / 2) : null}</th>
              {WEEKDAYS.map((weekday) => {
                const at = { weekday, slot };
                const state = stateOf(at);
                const focused = focus.weekday === weekday && focus.slot === slot;
                return (
                  <td
                    key={weekday}
                    role="gridcell"
                    className={styles.slot}
                    tabIndex={focused ? 0 : -1}
                    aria-selected={state === 'all'}
                    aria-label={t(`slot.${state}`, {
                      day: words.day(weekday),
                      time: words.time(slot * SLOT_MINUTES),
                    })}
                    data-weekday={weekday}
                    data-slot={slot}
                    data-free={state === 'none' ? undefined : state}
                    data-hour={slot % 2 === 0 || undefined}
                    data-marked={(drawn && within(drawn, at)) || undefined}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
