import { Button, Group, Paper, SegmentedControl, Text } from '@mantine/core';
import type { PairingId } from '@trellis/domain/ids';
import type { DecidePairings } from '@trellis/domain/pairings/inputs';
import type { BoardPairing } from '@trellis/domain/pairings/views';
import { useTranslations } from 'use-intl';
import { isSelectable } from './use-board-selection.ts';

export type BoardLayout = 'list' | 'cards';

/** How many are shown or selected, what can be done with all that are selected, and how the board looks. */
export function BoardBulk(props: {
  chosen: readonly BoardPairing[];
  shown: readonly BoardPairing[];
  onAll: () => void;
  onNone: () => void;
  onDecide: (to: DecidePairings['to']) => void;
  onPublish: (ids: readonly PairingId[]) => void;
  layout: BoardLayout;
  onLayout: (layout: BoardLayout) => void;
  onByHand: () => void;
}) {
  const t = useTranslations('pairings');
  const { chosen } = props;
  const suggested = chosen.some(({ status }) => status === 'suggested');
  const aside = chosen.some(({ status }) => status === 'dismissed' || status === 'ruled_out');
  const approved = chosen.filter(({ status }) => status === 'approved');
  return (
    <Paper withBorder p="xs" mb="sm">
      <Group gap="xs">
        <Text size="sm" role="status">
          {chosen.length > 0
            ? t('chosen', { count: chosen.length })
            : t('shown', { count: props.shown.length })}
        </Text>
        {chosen.length === 0 ? (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={props.onAll}
            disabled={!props.shown.some(isSelectable)}
          >
            {t('selectAll')}
          </Button>
        ) : (
          <>
            {suggested && (
              <Button size="compact-sm" onClick={() => props.onDecide('approved')}>
                {t('approve')}
              </Button>
            )}
            {approved.length > 0 && (
              <Button
                size="compact-sm"
                variant={suggested ? 'default' : 'filled'}
                onClick={() => props.onPublish(approved.map(({ id }) => id))}
              >
                {t('publish.these', { count: approved.length })}
              </Button>
            )}
            {(suggested || approved.length > 0) && (
              <Button size="compact-sm" variant="default" onClick={() => props.onDecide('dismissed')}>
                {t('dismiss')}
              </Button>
            )}
            {aside && (
              <Button size="compact-sm" variant="default" onClick={() => props.onDecide('suggested')}>
                {t('bringBack')}
              </Button>
            )}
            <Button size="compact-sm" variant="subtle" onClick={props.onNone}>
              {t('selectNone')}
            </Button>
          </>
        )}
        <Group gap="xs" ml={{ sm: 'auto' }}>
          <SegmentedControl
            size="xs"
            aria-label={t('toolbar.view')}
            value={props.layout}
            onChange={(layout) => props.onLayout(layout === 'cards' ? 'cards' : 'list')}
            data={[
              { value: 'list', label: t('toolbar.list') },
              { value: 'cards', label: t('toolbar.cards') },
            ]}
          />
          <Button size="compact-sm" variant="default" onClick={props.onByHand}>
            {t('toolbar.byHand')}
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
