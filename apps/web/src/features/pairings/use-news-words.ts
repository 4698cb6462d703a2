import { useCallback } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { News } from './board-news.ts';

/** Below this many milliseconds it was "a moment ago"; clocks of two machines may differ by as much. */
const MOMENT = 60_000;

/** Says what somebody else did and how long before `now`: "Noah approved this a moment ago". */
export function useNewsWords(): (news: News, now: Date) => string {
  const t = useTranslations('pairings.news');
  const tStatus = useTranslations('pairings.status');
  const format = useFormatter();
  return useCallback(
    ({ kind, by, status, at }, now) => {
      const age = now.getTime() - Date.parse(at);
      const when = age < MOMENT ? t('moment') : format.relativeTime(new Date(at), now);
      switch (kind) {
        case 'decided':
          return t('decided', { name: by ?? t('somebody'), status, when });
        case 'answered':
          return t('answered', {
            name: by ?? t('somebody'),
            answer: status === 'declined' ? 'no' : 'yes',
            when,
          });
        case 'moved':
          return t('moved', { status: tStatus(status), when });
        case 'new':
          return t('new', { when });
      }
    },
    [t, tStatus, format],
  );
}
