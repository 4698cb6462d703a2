import { Badge, Button, Checkbox } from '@mantine/core';
import type { BoardPairing } from '@trellis/domain/pairings/views';
import { useTranslations } from 'use-intl';
import styles from './board.module.css';
import type { News } from './board-news.ts';
import { RowNews } from './row-news.tsx';
import { StatusMark } from './status-mark.tsx';
import { isSelectable } from './use-board-selection.ts';

/**
 * One pairing in the list: who, the strongest reason or what became of it, where it stands.
 * @param props.onUndo takes back what was decided here; null when there is nothing to take back
 */
export function BoardRow(props: {
  pairing: BoardPairing;
  line: string | null;
  news: News | undefined;
  active: boolean;
  selected: boolean;
  onOpen: () => void;
  onSelect: (range: boolean) => void;
  onUndo: (() => void) | null;
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
      data-news={props.news ? true : undefined}
    >
      {isSelectable(pairing) ? (
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
      ) : (
        <span />
      )}
      <button
        type="button"
        className={styles.open}
        aria-current={props.active ? 'true' : undefined}
        onClick={props.onOpen}
      >
        <span className={styles.names}>{t('couple', names)}</span>
        <RowNews news={props.news} />
        <span
          className={styles.reason}
          data-whole={pairing.asks.length > 0 || pairing.ended !== null || undefined}
        >
          {props.line ?? t('noReason')}
        </span>
        {pairing.bridge && (
          <Badge size="sm" variant="light" color="clay" mt={4}>
            {t('bridge')}
          </Badge>
        )}
      </button>
      <div className={styles.end}>
        <StatusMark status={pairing.status} />
        {props.onUndo && (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t('undo.couple', names)}
            onClick={props.onUndo}
          >
            {t('undo.short')}
          </Button>
        )}
      </div>
    </li>
  );
}
