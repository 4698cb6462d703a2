import { expect, it } from 'vitest';
import { normalizeHours } from '../availability/stretches.ts';
import { DAY_PARTS, hoursOfParts } from './mentor-kinds.ts';

it('names hours as a form would save them: sorted, touching stretches joined', () => {
  for (const parts of [[], ...DAY_PARTS.map((part) => [part]), [...DAY_PARTS].reverse()]) {
    const hours = hoursOfParts(parts);
    expect(hours).toEqual(normalizeHours(hours));
  }
  expect(hoursOfParts(['weekday_evenings', 'weekday_afternoons'])[0]).toEqual({
    weekday: 1,
    from: 720,
    to: 1260,
  });
  expect(hoursOfParts(['weekday_evenings'])).toEqual(
    [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 1020, to: 1260 })),
  );
});
