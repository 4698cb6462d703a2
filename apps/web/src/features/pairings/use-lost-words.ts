import { notifications } from '@mantine/notifications';
import type { DecidedView } from '@trellis/domain/pairings/views';
import { useFormatter, useTranslations } from 'use-intl';

/** More than so many get one message together. */
const MOST_ALONE = 2;
const OPEN_FOR = 12_000;

/** Tells which decisions did not go through, why, and where those pairings stand now. */
export function useLostWords(): (lost: DecidedView['lost'], undoing: boolean) => void {
  const t = useTranslations('pairings.lost');
  const tStatus = useTranslations('pairings.status');
  const tClose = useTranslations('pairings');
  const format = useFormatter();
  const shown = { autoClose: OPEN_FOR, closeButtonProps: { 'aria-label': tClose('close') } };
  return (lost, undoing) => {
    if (lost.length > MOST_ALONE) {
      notifications.show({
        title: t('many', { count: lost.length }),
        message: t('manyWho', {
          names: format.list(lost.map(({ mentee, mentor }) => t('couple', { mentee, mentor }))),
        }),
        ...shown,
      });
      return;
    }
    for (const { mentee, mentor, because, by, now } of lost) {
      notifications.show({
        title: t(undoing ? 'undoTitle' : because === 'changed' ? 'title' : 'stays', { mentee, mentor }),
        message: t(because, { by: by ?? t('someone'), status: tStatus(now) }),
        ...shown,
      });
    }
  };
}
