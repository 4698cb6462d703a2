import { Badge, Checkbox } from '@mantine/core';
import type { BoardPairing } from '@trellis/domain/pairings/views';
import { useTranslations } from 'use-intl';
import styles from './board.module.css';
import { StatusMark } from './status-mark.tsx';

/** One pairing in the list: who, the strongest reason, where it stands. */
export function BoardRow(props: {
  pairing: BoardPairing;
  reason: string | null;
  active: boolean;
  selected: boolean;
  onOpen: () => void;
  onSelect: (range: boolean) => void;
}) {
  const t = useTranslations('pairings');
  const { pairing } = props;
  const names = { mentee: pairing.mentee, mentor: pairing.mentor };
  return (
    <li
      className={styles.row}
      data-active={props.active || undefined}
      data-status={pairing.status}
      data-pairing={pairing.id}
    >
      <Checkbox
        aria-label={t('select', names)}
        checked={props.selected}
        mt={3}
        onChange={() => {}}
        onClick={(event) => props.onSelect(event.shiftKey)}
        onKeyDown={(event) => {
          if (event.key === ' ' && event.shiftKey) {
            event.preventDefault();
            props.onSelect(true);
          }
        }}
      />
      <button
        type="button"
        className={styles.open}
        aria-current={props.active ? 'true' : undefined}
        onClick={props.onOpen}
      >
        <span className={styles.names}>{t('couple', names)}</span>
        <span className={styles.reason}>{props.reason ?? t('noReason')}</span>
        {pairing.bridge && (
          <Badge size="sm" variant="light" color="clay" mt={4}>
            {t('bridge')}
          </Badge>
        )}
      </button>
      <StatusMark status={pairing.status} />
    </li>
  );
}
