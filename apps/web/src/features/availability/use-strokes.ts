import type { Slot } from '@trellis/domain/availability/slots';
import { type MouseEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { scrollAtEdge, slotNear } from './grid-places.ts';
import type { Stroke } from './use-painting.ts';

/** How long a finger rests before it draws, in milliseconds, and how far it may tremble meanwhile, in pixels. */
const HOLD = 250;
const SLACK = 8;

interface Press {
  readonly pointerId: number;
  readonly at: Slot;
  readonly x: number;
  readonly y: number;
}

/**
 * Strokes over the grid. A mouse or pen draws at once. A finger swipes up and down to scroll, as everywhere; it draws after
 * it rested a moment, or at once when it goes sideways, and a tap is a stroke of one cell. Near an edge a stroke scrolls on.
 * @param props.onBegin is told where a stroke begins and says whether it makes free
 */
export function useStrokes(props: {
  frame: RefObject<HTMLDivElement | null>;
  onBegin: (at: Slot) => boolean;
  onEnd: (stroke: Stroke) => void;
}) {
  const { frame } = props;
  const [drawn, setDrawn] = useState<Stroke | null>(null);
  /** What is drawn right now, for listeners that live longer than one rendering. */
  const current = useRef<Stroke | null>(null);
  const press = useRef<Press | null>(null);
  const hold = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const aim = useRef({ x: 0, y: 0 });
  const start = useRef(0);
  const show = (stroke: Stroke | null) => {
    current.current = stroke;
    setDrawn(stroke);
  };

  // The browser asks once, at the first movement, whether it may scroll: a finger that draws says no.
  useEffect(() => {
    const box = frame.current;
    const keepStill = (event: TouchEvent) => {
      if (current.current && event.cancelable) event.preventDefault();
    };
    box?.addEventListener('touchmove', keepStill, { passive: false });
    return () => box?.removeEventListener('touchmove', keepStill);
  }, [frame]);

  const drawing = drawn !== null;
  useEffect(() => {
    if (!drawing) return;
    let next = requestAnimationFrame(function follow() {
      const box = frame.current;
      const stroke = current.current;
      if (!box || !stroke) return;
      scrollAtEdge(box, start.current, aim.current.y);
      const to = slotNear(box, aim.current.x, aim.current.y);
      if (to && (to.weekday !== stroke.to.weekday || to.slot !== stroke.to.slot)) show({ ...stroke, to });
      next = requestAnimationFrame(follow);
    });
    return () => cancelAnimationFrame(next);
  });
  useEffect(() => () => clearTimeout(hold.current), []);

  const begin = (at: Slot) => {
    press.current = null;
    clearTimeout(hold.current);
    start.current = aim.current.y;
    show({ from: at, to: at, free: props.onBegin(at) });
  };
  const forget = () => {
    press.current = null;
    clearTimeout(hold.current);
    show(null);
  };

  const onPointerDown = (event: PointerEvent) => {
    if (!event.isPrimary) return forget();
    if (event.button !== 0 || !frame.current || !(event.target as HTMLElement).dataset.weekday) return;
    const at = slotNear(frame.current, event.clientX, event.clientY);
    if (!at) return;
    aim.current = { x: event.clientX, y: event.clientY };
    if (event.pointerType !== 'touch') {
      event.currentTarget.setPointerCapture(event.pointerId);
      return begin(at);
    }
    press.current = { pointerId: event.pointerId, at, ...aim.current };
    hold.current = setTimeout(() => {
      begin(at);
      navigator.vibrate?.(10);
    }, HOLD);
  };
  const onPointerMove = (event: PointerEvent) => {
    aim.current = { x: event.clientX, y: event.clientY };
    if (!press.current || press.current.pointerId !== event.pointerId) return;
    const across = Math.abs(event.clientX - press.current.x);
    const down = Math.abs(event.clientY - press.current.y);
    if (across > SLACK && across > down) begin(press.current.at);
    else if (down > SLACK) forget();
  };
  const onPointerUp = (event: PointerEvent) => {
    if (current.current) aim.current = { x: event.clientX, y: event.clientY };
    const tapped = press.current;
    const stroke = current.current;
    forget();
    if (stroke) props.onEnd(endOf(stroke));
    else if (tapped) props.onEnd({ from: tapped.at, to: tapped.at, free: props.onBegin(tapped.at) });
  };
  /** Where the pointer is now may be further than the last frame has seen. */
  const endOf = (stroke: Stroke): Stroke => {
    const to = frame.current && slotNear(frame.current, aim.current.x, aim.current.y);
    return to ? { ...stroke, to } : stroke;
  };
  /** A long press asks for a menu on some systems; here it draws. */
  const onContextMenu = (event: MouseEvent) => {
    if (press.current || current.current) event.preventDefault();
  };
  return {
    drawn,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: forget, onContextMenu },
  };
}
