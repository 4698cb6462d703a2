import { Button, Group, Paper, Text } from '@mantine/core';
import type { PairingId } from '@trellis/domain/ids';
import type { DecidePairings } from '@trellis/domain/pairings/inputs';
import type { BoardPairing } from '@trellis/domain/pairings/views';
import { useTranslations } from 'use-intl';

/** How many are shown or selected, and what can be done with all that are selected. */
export function BoardBulk(props: {
  chosen: readonly BoardPairing[];
  shown: number;
  onAll: () => void;
  onNone: () => void;
  onDecide: (to: DecidePairings['to']) => void;
  onPublish: (ids: readonly PairingId[]) => void;
}) {
  const t = useTranslations('pairings');
  const { chosen } = props;
  const suggested = chosen.some(({ status }) => status === 'suggested');
  const approved = chosen.filter(({ status }) => status === 'approved');
  return (
    <Paper withBorder p="xs" mb="sm">
      <Group gap="xs">
        <Text size="sm" role="status">
          {chosen.length > 0 ? t('chosen', { count: chosen.length }) : t('shown', { count: props.shown })}
        </Text>
        {chosen.length === 0 ? (
          <Button size="compact-sm" variant="subtle" onClick={props.onAll} disabled={props.shown === 0}>
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
            <Button size="compact-sm" variant="subtle" onClick={props.onNone}>
              {t('selectNone')}
            </Button>
          </>
        )}
      </Group>
    </Paper>
  );
}
