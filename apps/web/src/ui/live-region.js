import { VisuallyHidden } from '@mantine/core';
import { createContext, use, useCallback, useState } from 'react';

const AnnounceContext = createContext(null);
/** Holds the one place where short news is read out by screen readers. Stands once, around the app. */
export function LiveRegion(props) {
  const [news, setNews] = useState({ text: '', count: 0 });
  const announce = useCallback((text) => setNews((last) => ({ text, count: last.count + 1 })), []);
  return (
    <AnnounceContext value={announce}>
      {props.children}
      <VisuallyHidden role="status" aria-live="polite" aria-atomic="true">
        {/* A new key makes the same sentence be read again. */}
        <span key={news.count}>{news.text}</span>
      </VisuallyHidden>
    </AnnounceContext>
  );
}
/** Gives the function that reads a short sentence out, for changes that can be seen but are not focused. */
export function useAnnounce() {
  const announce = use(AnnounceContext);
  if (!announce) throw new Error('useAnnounce is used outside LiveRegion');
  return announce;
}
