import { useTranslations } from 'use-intl';
import { useShortcut } from '../../ui/shortcuts.tsx';

/** The board by keyboard alone. */
export function useBoardKeys(board: {
  active: boolean;
  next: (by: 1 | -1) => void;
  approve: () => void;
  dismiss: () => void;
  ruleOut: () => void;
  swap: () => void;
  note: () => void;
  select: () => void;
  undo: () => void;
  search: () => void;
}) {
  const t = useTranslations('pairings.keys');
  const disabled = !board.active;
  useShortcut({ keys: 'j', label: t('next'), run: () => board.next(1) });
  useShortcut({ keys: 'k', label: t('previous'), run: () => board.next(-1) });
  useShortcut({ keys: 'x', label: t('select'), run: board.select, disabled });
  useShortcut({ keys: 'a', label: t('approve'), run: board.approve, disabled });
  useShortcut({ keys: 'd', label: t('dismiss'), run: board.dismiss, disabled });
  useShortcut({ keys: 'r', label: t('ruleOut'), run: board.ruleOut, disabled });
  useShortcut({ keys: 's', label: t('swap'), run: board.swap, disabled });
  useShortcut({ keys: 'n', label: t('note'), run: board.note, disabled });
  useShortcut({ keys: 'u', label: t('undo'), run: board.undo });
  useShortcut({ keys: '/', label: t('search'), run: board.search });
}
