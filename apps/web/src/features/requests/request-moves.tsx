import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { canOpenRequest, mayMoveRequest } from '@trellis/domain/requests/moves';
import type { RequestStatus } from '@trellis/domain/requests/request';
import type { RequestView } from '@trellis/domain/requests/views';
import { useTranslations } from 'use-intl';
import { queryClient, trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { showUndo } from '../../ui/undo-toast.tsx';

/** I am ready; not now; or it has settled itself. Each can be taken back. */
export function RequestMoves(props: { request: RequestView; onMoved: (status: RequestStatus) => void }) {
  const t = useTranslations('requests');
  const { request } = props;
  const move = useMutation(
    trpc.requests.move.mutationOptions({
      onSuccess: (_, { to }) => {
        props.onMoved(to);
        return queryClient.invalidateQueries({ queryKey: trpc.home.pathKey() });
      },
    }),
  );
  const go = (to: 'open' | 'paused' | 'withdrawn') => move.mutate({ requestId: request.id, to });
  const goWithUndo = (to: 'paused' | 'withdrawn') => {
    go(to);
    showUndo({ message: t(`moved.${to}`), onUndo: () => go('open') });
  };
  return (
    <div>
      <Text fw={600} role="status">
        {t(`status.${request.status}`)}
      </Text>
      {request.status === 'draft' && !canOpenRequest(request) && (
        <Text c="dimmed">{t('needsSomething')}</Text>
      )}
      <Group mt="sm">
        {request.status !== 'served' && mayMoveRequest(request.status, 'open') && (
          <Button
            size="md"
            onClick={() => go('open')}
            loading={move.isPending}
            disabled={!canOpenRequest(request)}
          >
            {t('ready')}
          </Button>
        )}
        {request.status === 'open' && (
          <ButtonLink to="/me/request/$requestId/wishes" params={{ requestId: request.id }} variant="light">
            {t('toWishes')}
          </ButtonLink>
        )}
        {mayMoveRequest(request.status, 'paused') && (
          <Button variant="default" onClick={() => goWithUndo('paused')}>
            {t('rest')}
          </Button>
        )}
        {mayMoveRequest(request.status, 'withdrawn') && request.status !== 'draft' && (
          <Button variant="subtle" onClick={() => goWithUndo('withdrawn')}>
            {t('withdraw')}
          </Button>
        )}
      </Group>
      <ProblemNote error={move.error} />
    </div>
  );
}
