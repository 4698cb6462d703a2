import { SLOTS_PER_DAY, type Slot } from '@trellis/domain/availability/slots';

/**
 * Pixels from an edge within which a stroke scrolls on, the most it scrolls per frame, and how far it must have gone towards
 * the edge before: whoever only presses a cell there does not want to go on.
 */
const EDGE = 48;
const FASTEST = 12;
const UNDER_WAY = 12;

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** The part of the scrolled frame in which cells can be seen: below its heading, inside the window. */
const inSight = (frame: HTMLElement): { top: number; bottom: number } => {
  const { top, bottom } = frame.getBoundingClientRect();
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
  const heading = frame.querySelector('thead')?.getBoundingClientRect().height ?? 0;
  return {
    top: Math.max(top + heading, Number.parseFloat(scrollPaddingTop) || 0),
    bottom: Math.min(bottom, window.innerHeight - (Number.parseFloat(scrollPaddingBottom) || 0)),
  };
};

/** The cell under a point of the window; beside the cells in sight, the nearest one of them. Null where there is no grid. */
export const slotNear = (frame: HTMLElement, x: number, y: number): Slot | null => {
  const cells = frame.querySelectorAll<HTMLElement>('[data-weekday]');
  const first = cells[0]?.getBoundingClientRect();
  const last = cells[cells.length - 1]?.getBoundingClientRect();
  if (!first || !last) return null;
  const { top, bottom } = inSight(frame);
  const across = (x - first.left) / (last.right - first.left);
  const down = (clamp(y, top + 1, bottom - 1) - first.top) / (last.bottom - first.top);
  return {
    weekday: clamp(1 + Math.floor(across * 7), 1, 7),
    slot: clamp(Math.floor(down * SLOTS_PER_DAY), 0, SLOTS_PER_DAY - 1),
  };
};

/**
 * Scrolls on where a stroke has gone near the upper or lower edge of what is in sight: the frame first, then the page.
 * @param from where it began in the window
 * @param y where it is now
 */
export const scrollAtEdge = (frame: HTMLElement, from: number, y: number): void => {
  const { top, bottom } = inSight(frame);
  const above = y < from - UNDER_WAY ? clamp((top + EDGE - y) / EDGE, 0, 1) : 0;
  const below = y > from + UNDER_WAY ? clamp((y - bottom + EDGE) / EDGE, 0, 1) : 0;
  const by = Math.round(FASTEST * (below - above));
  if (by === 0) return;
  const before = frame.scrollTop;
  frame.scrollTop += by;
  if (frame.scrollTop !== before) return;
  const { top: frameTop, bottom: frameBottom } = frame.getBoundingClientRect();
  if (by > 0 ? frameBottom > bottom : frameTop < top - EDGE) window.scrollBy(0, by);
};
