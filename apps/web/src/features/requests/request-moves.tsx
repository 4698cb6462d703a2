import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { canOpenRequest, mayMoveRequest, type RequestMove } from '@trellis/domain/requests/moves';
import type { RequestStatus } from '@trellis/domain/requests/request';
import type { RequestView } from '@trellis/domain/requests/views';
import { useTranslations } from 'use-intl';
import { queryClient, trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import type { Whose } from '../../api/whose.ts';
import { ButtonLink } from '../../ui/links.tsx';
import { showUndo } from '../../ui/undo-toast.tsx';

/** Ready; not now; it has settled itself; or after all. Each can be taken back. */
export function RequestMoves(props: {
  request: RequestView;
  whose: Whose;
  /** What is still to be saved goes first. */
  before: () => Promise<void>;
  onMoved: (status: RequestStatus) => void;
}) {
  const t = useTranslations('requests');
  const { request, whose } = props;
  const { voice } = whose;
  const { status } = request;
  const move = useMutation(
    trpc.requests.move.mutationOptions({
      onSuccess: (_, { to }) => {
        props.onMoved(to);
        return Promise.all(
          [trpc.home.pathKey(), trpc.members.pathKey()].map((queryKey) =>
            queryClient.invalidateQueries({ queryKey }),
          ),
        );
      },
    }),
  );
  const go = async (to: RequestMove) => {
    await props.before();
    move.mutate({ requestId: request.id, to });
  };
  const goWithUndo = (to: 'paused' | 'withdrawn') => {
    void go(to);
    if (status !== 'served') {
      showUndo({ message: t(`${voice}.status.${to}`), onUndo: () => void go(status) });
    }
  };
  const ready = canOpenRequest(request);
  // Whoever was found for a member is not left by a button of theirs: staff open the request for somebody new.
  const mayOpen = mayMoveRequest(status, 'open') && (status !== 'served' || voice === 'theirs');
  return (
    <div>
      <Text fw={600} role="status">
        {t(`${voice}.status.${status}`)}
      </Text>
      {status === 'draft' && !ready && <Text c="dimmed">{t('needsSomething')}</Text>}
      <Group mt="sm">
        {status === 'withdrawn' && (
          <Button onClick={() => void go(ready ? 'open' : 'draft')} loading={move.isPending}>
            {t('again')}
          </Button>
        )}
        {mayOpen && status !== 'withdrawn' && (
          <Button onClick={() => void go('open')} loading={move.isPending} disabled={!ready}>
            {t(status === 'served' ? 'again' : `${voice}.ready`)}
          </Button>
        )}
        {status === 'open' && <WishesLink request={request} whose={whose} />}
        {mayMoveRequest(status, 'paused') && status !== 'withdrawn' && (
          <Button variant="default" onClick={() => goWithUndo('paused')}>
            {t('rest')}
          </Button>
        )}
        {mayMoveRequest(status, 'withdrawn') && (
          <Button variant="subtle" onClick={() => goWithUndo('withdrawn')}>
            {t('withdraw')}
          </Button>
        )}
      </Group>
      <ProblemNote error={move.error} />
    </div>
  );
}

function WishesLink({ request, whose }: { request: RequestView; whose: Whose }) {
  const t = useTranslations('requests');
  const { id: requestId } = request;
  const { voice, house, memberId } = whose;
  const words = t(`${voice}.toWishes`);
  return house === 'own' ? (
    <ButtonLink to="/me/request/$requestId/wishes" params={{ requestId }} variant="light">
      {words}
    </ButtonLink>
  ) : (
    <ButtonLink
      to="/people/$memberId/request/$requestId/wishes"
      params={{ memberId, requestId }}
      variant="light"
    >
      {words}
    </ButtonLink>
  );
}
