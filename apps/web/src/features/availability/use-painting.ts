import {
  copyDay,
  minutesInSlot,
  paintHours,
  SLOT_MINUTES,
  SLOTS_PER_DAY,
  type Slot,
} from '@trellis/domain/availability/slots';
import type { WeeklyHours } from '@trellis/domain/availability/weekly-hours';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useStrokes } from './use-strokes.ts';

/** A rectangle that is being drawn: where it began, where it is now, and whether it makes free or takes away. */
export interface Stroke {
  readonly from: Slot;
  readonly to: Slot;
  readonly free: boolean;
}

const KEYS: Readonly<Record<string, readonly [days: number, slots: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  PageUp: [0, -8],
  PageDown: [0, 8],
  Home: [-6, 0],
  End: [6, 0],
};

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/**
 * Painting hours with pointer and keyboard. One cell can be reached by Tab; arrows move, Shift with arrows draws from
 * where it began, Space turns a cell (or the rectangle just drawn) on or off.
 * @param props.frame the scrolled box around the table of cells
 */
export function usePainting(props: {
  frame: RefObject<HTMLDivElement | null>;
  hours: WeeklyHours;
  onPaint: (hours: WeeklyHours, stroke: Stroke) => void;
}) {
  const { frame, hours, onPaint } = props;
  const [focus, setFocus] = useState<Slot>({ weekday: 1, slot: 36 });
  const [anchor, setAnchor] = useState<Slot | null>(null);
  const moved = useRef(false);

  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    frame.current
      ?.querySelector<HTMLElement>(`[data-weekday="${focus.weekday}"][data-slot="${focus.slot}"]`)
      ?.focus();
  }, [focus, frame]);

  const isFree = (at: Slot): boolean => minutesInSlot(hours, at) === SLOT_MINUTES;
  const finish = (done: Stroke) => onPaint(paintHours(hours, done.from, done.to, done.free), done);
  const stroke = useStrokes({
    frame,
    onBegin(at) {
      setFocus(at);
      setAnchor(null);
      return !isFree(at);
    },
    onEnd: finish,
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const step = KEYS[event.key];
    if (step && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      moved.current = true;
      setAnchor(event.shiftKey ? (anchor ?? focus) : null);
      setFocus({
        weekday: clamp(focus.weekday + step[0], 1, 7),
        slot: clamp(focus.slot + step[1], 0, SLOTS_PER_DAY - 1),
      });
      return;
    }
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      const from = anchor ?? focus;
      finish({ from, to: focus, free: !isFree(from) });
      setAnchor(null);
    }
    if (event.key === 'Escape' && anchor) {
      event.stopPropagation();
      setAnchor(null);
    }
  };

  const drawn: Stroke | null = stroke.drawn ?? (anchor && { from: anchor, to: focus, free: !isFree(anchor) });
  return { focus, drawn, handlers: { ...stroke.handlers, onKeyDown } };
}

/** Monday's hours on the other four days of the working week. */
export const likeMonday = (hours: WeeklyHours): WeeklyHours => copyDay(hours, 1, [2, 3, 4, 5]);

/** Whether a place lies in the rectangle that is being drawn. */
export const within = ({ from, to }: Stroke, at: Slot): boolean =>
  at.weekday >= Math.min(from.weekday, to.weekday) &&
  at.weekday <= Math.max(from.weekday, to.weekday) &&
  at.slot >= Math.min(from.slot, to.slot) &&
  at.slot <= Math.max(from.slot, to.slot);
