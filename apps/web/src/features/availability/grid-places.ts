import { SLOTS_PER_DAY, type Slot } from '@trellis/domain/availability/slots';

/** Pixels from an edge within which a stroke scrolls on, and the most it scrolls per frame. */
const EDGE = 48;
const FASTEST = 14;

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

/** Scrolls on where a stroke is near the upper or lower edge of what is in sight: the frame first, then the page. */
export const scrollAtEdge = (frame: HTMLElement, y: number): void => {
  const { top, bottom } = inSight(frame);
  const above = clamp((top + EDGE - y) / EDGE, 0, 1);
  const below = clamp((y - bottom + EDGE) / EDGE, 0, 1);
  const by = Math.round(FASTEST * (below - above));
  if (by === 0) return;
  const before = frame.scrollTop;
  frame.scrollTop += by;
  if (frame.scrollTop !== before) return;
  const { top: frameTop, bottom: frameBottom } = frame.getBoundingClientRect();
  if (by > 0 ? frameBottom > bottom : frameTop < top - EDGE) window.scrollBy(0, by);
};
