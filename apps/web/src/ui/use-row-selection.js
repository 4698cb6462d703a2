import { useRef } from 'react';
import { selectRange } from './data-table-rows.ts';
/**
 * Selecting rows with mouse and keyboard.
 * @param keys of the rows as they are shown, in order
 */
export function useRowSelection(keys, selected, onSelect) {
  const anchor = useRef(null);
  return {
    isSelected: (key) => selected.has(key),
    onClick(event, key) {
      const from = event.shiftKey ? (anchor.current ?? key) : key;
      onSelect(selectRange(selected, keys, from, key, event.currentTarget.checked));
      anchor.current = key;
    },
    onKeyDown(event, key) {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      const next = step === undefined ? undefined : keys[keys.indexOf(key) + step];
      if (!next) return;
      event.preventDefault();
      if (event.shiftKey) onSelect(selectRange(selected, keys, key, next, true));
      anchor.current = next;
      const region = event.currentTarget.closest('[data-rows]');
      region?.querySelector(`input[data-row="${CSS.escape(next)}"]`)?.focus();
    },
    setAll(on) {
      const next = new Set(selected);
      for (const key of keys) {
        if (on) next.add(key);
        else next.delete(key);
      }
      onSelect(next);
    },
  };
}
