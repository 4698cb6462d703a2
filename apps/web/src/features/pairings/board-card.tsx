import { Button, Group, Text } from '@mantine/core';
import type { BoardPairing } from '@trellis/domain/pairings/views';
import { useTranslations } from 'use-intl';
import { FitBar } from '../../ui/fit-bar.tsx';
import { InitialsAvatar } from '../../ui/initials-avatar.tsx';
import { ReasonList } from '../../ui/reason-list.tsx';
import type { asReasons } from './as-reasons.ts';
import styles from './board.module.css';
import type { News } from './board-news.ts';
import { fraction } from './fraction.ts';
import { RowNews } from './row-news.tsx';
import { StatusMark } from './status-mark.tsx';
import type { Standing } from './use-standing.ts';

/** One pairing as a card: two people, reasons first, the picture of the fit second; once asked, what became of it. */
export function BoardCard(props: {
  pairing: BoardPairing;
  words: (pairing: BoardPairing) => ReturnType<typeof asReasons>;
  standing: Standing;
  news: News | undefined;
  onOpen: () => void;
  onApprove: () => void;
  onDismiss: () => void;
  onUndo: (() => void) | null;
}) {
  const t = useTranslations('pairings');
  const { pairing } = props;
  const names = { mentee: pairing.mentee, mentor: pairing.mentor };
  return (
    <li className={styles.card} data-news={props.news ? true : undefined}>
      <Group justify="space-between" wrap="nowrap">
        <Group gap="xs" wrap="nowrap">
          <InitialsAvatar name={pairing.mentee} size={34} />
          <InitialsAvatar name={pairing.mentor} size={34} />
        </Group>
        <StatusMark status={pairing.status} />
      </Group>
      <Text fw={650} component="h3" size="lg">
        {t('couple', names)}
      </Text>
      <RowNews news={props.news} />
      {[...props.standing.happened.slice(-1), ...props.standing.next].map((sentence) => (
        <Text key={sentence} size="sm">
          {sentence}
        </Text>
      ))}
      <ReasonList label={t('reasonsOf', names)} reasons={props.words(pairing).slice(0, 3)} />
      <FitBar trust={fraction(pairing.trust)} reach={fraction(pairing.reach)} compact />
      <Group gap="xs">
        {pairing.status === 'suggested' && (
          <Button size="sm" onClick={props.onApprove} aria-label={t('approveCouple', names)}>
            {t('approve')}
          </Button>
        )}
        {(pairing.status === 'suggested' || pairing.status === 'approved') && (
          <Button
            size="sm"
            variant="default"
            onClick={props.onDismiss}
            aria-label={t('dismissCouple', names)}
          >
            {t('dismiss')}
          </Button>
        )}
        {props.onUndo && (
          <Button size="sm" variant="default" onClick={props.onUndo} aria-label={t('undo.couple', names)}>
            {t('undo.short')}
          </Button>
        )}
        <Button size="sm" variant="subtle" onClick={props.onOpen} aria-label={t('lookCouple', names)}>
          {t('look')}
        </Button>
      </Group>
    </li>
  );
}
