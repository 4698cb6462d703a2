import { createContext, use, useEffect, useMemo, useRef, useState } from 'react';

const ShortcutsContext = createContext(null);
const STORED = 'trellis-single-keys';
/** Listens for the shortcuts of the open screen. Stands once, around the app. */
export function ShortcutsProvider(props) {
  const [entries, setEntries] = useState(new Map());
  const [singleKeys, setSingleKeys] = useState(readSingleKeys);
  useEffect(() => {
    function onKeyDown(event) {
      if (event.defaultPrevented || belongsToTarget(event)) return;
      // The newest screen wins: a dialog's key goes before the page's.
      const all = [...entries.values()].reverse();
      const match = all.find(({ current }) => !current.disabled && matches(event, current.keys));
      if (!match || (!singleKeys && isSingle(match.current.keys))) return;
      event.preventDefault();
      match.current.run();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [entries, singleKeys]);
  const registry = useMemo(
    () => ({
      list: () => [...entries.values()].map((entry) => entry.current),
      add(id, shortcut) {
        setEntries((last) => new Map(last).set(id, shortcut));
        return () =>
          setEntries((last) => {
            const rest = new Map(last);
            rest.delete(id);
            return rest;
          });
      },
      singleKeys,
      setSingleKeys(on) {
        rememberSingleKeys(on);
        setSingleKeys(on);
      },
    }),
    [entries, singleKeys],
  );
  return <ShortcutsContext value={registry}>{props.children}</ShortcutsContext>;
}
/** Makes a key work while the calling component is on screen, and lists it in the keyboard hints ("?"). */
export function useShortcut(shortcut) {
  const { add } = useShortcuts();
  const latest = useRef(shortcut);
  useEffect(() => {
    latest.current = shortcut;
  });
  const addRef = useRef(add);
  useEffect(() => addRef.current({}, latest), []);
}
/** The registry, for the list of shortcuts. */
export function useShortcuts() {
  const registry = use(ShortcutsContext);
  if (!registry) throw new Error('useShortcut is used outside ShortcutsProvider');
  return registry;
}
/** Typing in a field, or pressing a focused button or link, is never a shortcut. */
function belongsToTarget(event) {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  if ((event.key === 'Enter' || event.key === ' ') && target.closest('button, a, summary')) return true;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  ) {
    return true;
  }
  const silent = ['checkbox', 'radio', 'button'];
  return target instanceof HTMLInputElement && !silent.includes(target.type);
}
function matches(event, keys) {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const mod = parts.includes('mod');
  if (mod !== (event.metaKey || event.ctrlKey) || event.altKey) return false;
  // Signs such as "?" need Shift on some keyboards and not on others, so only letters insist on it.
  if (/^\p{L}$/u.test(key) && parts.includes('Shift') !== event.shiftKey) return false;
  return event.key.toLowerCase() === key.toLowerCase();
}
function isSingle(keys) {
  return !keys.includes('mod+') && keys.replace('Shift+', '').length === 1;
}
function readSingleKeys() {
  try {
    return localStorage.getItem(STORED) !== 'off';
  } catch {
    return true;
  }
}
function rememberSingleKeys(on) {
  try {
    localStorage.setItem(STORED, on ? 'on' : 'off');
  } catch {
    // Without storage the choice lasts until the page is closed.
  }
}
