import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { DecidePairings } from '@trellis/domain/pairings/inputs';
import type { BoardPairing } from '@trellis/domain/pairings/views';
import type { ReactNode } from 'react';
import { useFormatter, useNow, useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { FitBar } from '../../ui/fit-bar.tsx';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import { type Reason, ReasonList } from '../../ui/reason-list.tsx';
import { SideBySide } from '../../ui/side-by-side.tsx';
import type { News } from './board-news.ts';
import { fraction } from './fraction.ts';
import { PairingNotes } from './pairing-notes.tsx';
import { PairingStory } from './pairing-story.tsx';
import { PersonSide } from './person-side.tsx';
import { RowNews } from './row-news.tsx';
import { RunningMoves } from './running-moves.tsx';
import { SharedWeeks } from './shared-weeks.tsx';
import { StatusMark } from './status-mark.tsx';
import { WithdrawForm } from './withdraw-form.tsx';

/** One pairing in full: reasons first, numbers second, both people side by side, then what else is possible. */
export function PairingDetail(props: {
  pairing: BoardPairing;
  reasons: readonly Reason[];
  news: News | undefined;
  onDecide: (to: DecidePairings['to']) => void;
  onUndo: (() => void) | null;
  alternatives: ReactNode;
}) {
  const t = useTranslations('pairings');
  const format = useFormatter();
  const now = useNow({ updateInterval: 60_000 });
  const { pairing } = props;
  const both = useQuery(trpc.pairings.sideBySide.queryOptions({ pairingId: pairing.id }));
  const names = { mentee: pairing.mentee, mentor: pairing.mentor };
  const decidable = pairing.status === 'suggested' || pairing.status === 'approved';
  const aside = pairing.status === 'dismissed' || pairing.status === 'ruled_out';
  return (
    <Stack gap="lg">
      <div>
        <Group justify="space-between" align="start" wrap="nowrap">
          <Title order={2} size="h3">
            {t('couple', names)}
          </Title>
          <StatusMark status={pairing.status} />
        </Group>
        <RowNews news={props.news} />
        {pairing.decidedBy && pairing.decidedAt && props.news?.kind !== 'decided' && (
          <Text size="sm" c="dimmed">
            {t('decidedBy', {
              name: pairing.decidedBy,
              when: format.relativeTime(new Date(pairing.decidedAt), now),
            })}
          </Text>
        )}
      </div>
      {(decidable || aside) && (
        <Group gap="xs">
          {pairing.status === 'suggested' && (
            <Button onClick={() => props.onDecide('approved')}>{t('approve')}</Button>
          )}
          {pairing.status === 'approved' && (
            <Button variant="default" onClick={() => props.onDecide('suggested')}>
              {t('unapprove')}
            </Button>
          )}
          {decidable && (
            <>
              <Button variant="default" onClick={() => props.onDecide('dismissed')}>
                {t('dismiss')}
              </Button>
              <Button variant="subtle" onClick={() => props.onDecide('ruled_out')}>
                {t('ruleOut')}
              </Button>
            </>
          )}
          {aside && !props.onUndo && (
            <Button variant="default" onClick={() => props.onDecide('suggested')}>
              {t('bringBack')}
            </Button>
          )}
          {props.onUndo && pairing.status !== 'approved' && (
            <Button variant="default" onClick={props.onUndo}>
              {t('undo.short')}
            </Button>
          )}
        </Group>
      )}
      <PairingStory pairing={pairing} />
      <section aria-label={t('why')}>
        <Title order={3} size="h4" mb="xs">
          {t('why')}
        </Title>
        {props.reasons.length > 0 ? (
          <ReasonList label={t('reasonsOf', names)} reasons={props.reasons} />
        ) : (
          <Text c="dimmed">{t('noReason')}</Text>
        )}
      </section>
      <section aria-label={t('numbers')}>
        <FitBar trust={fraction(pairing.trust)} reach={fraction(pairing.reach)} />
        <Text size="sm" c="dimmed" mt={6}>
          {pairing.evidence === null
            ? t('noNumbers')
            : t('evidence', { share: format.number(pairing.evidence / 10_000, { style: 'percent' }) })}
        </Text>
      </section>
      {decidable && props.alternatives}
      <ProblemNote error={both.error} onRetry={() => void both.refetch()} />
      <LoadingRegion loading={both.isPending} label={t('loadingPeople')}>
        {both.data && (
          <Stack gap="lg">
            <SharedWeeks both={both.data} />
            <SideBySide
              label={t('couple', names)}
              left={{
                title: pairing.mentee,
                children: <PersonSide side={both.data.mentee} place="mentee" />,
              }}
              right={{
                title: pairing.mentor,
                children: <PersonSide side={both.data.mentor} place="mentor" />,
              }}
            />
          </Stack>
        )}
      </LoadingRegion>
      <RunningMoves pairing={pairing} />
      {!decidable && !aside && <WithdrawForm pairing={pairing} />}
      <PairingNotes pairing={pairing} />
    </Stack>
  );
}
