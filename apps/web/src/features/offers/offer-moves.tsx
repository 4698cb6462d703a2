import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { mayMoveOffer, type OfferMove } from '@trellis/domain/offers/moves';
import type { OfferStatus } from '@trellis/domain/offers/offer';
import type { OfferView } from '@trellis/domain/offers/views';
import { useTranslations } from 'use-intl';
import { queryClient, trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import type { Whose } from '../../api/whose.ts';
import { showUndo } from '../../ui/undo-toast.tsx';

/** Ready; not now; no more; or after all. Each can be taken back. */
export function OfferMoves(props: {
  offer: OfferView;
  whose: Whose;
  /** What is still to be saved goes first. */
  before: () => Promise<void>;
  onMoved: (status: OfferStatus) => void;
}) {
  const t = useTranslations('offers');
  const { offer } = props;
  const { voice } = props.whose;
  const { status } = offer;
  // An open offer takes part only with room; unknown and none are told apart here too.
  const standing =
    status !== 'open' || offer.capacity ? status : offer.capacity === null ? 'roomUnknown' : 'noRoom';
  const move = useMutation(
    trpc.offers.move.mutationOptions({
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
  const go = async (to: OfferMove) => {
    await props.before();
    move.mutate({ offerId: offer.id, to });
  };
  const goWithUndo = (to: 'paused' | 'closed') => {
    void go(to);
    showUndo({ message: t(`${voice}.status.${to}`), onUndo: () => void go(status) });
  };
  return (
    <div>
      <Text fw={600} role="status">
        {t(`${voice}.status.${standing}`)}
      </Text>
      {status === 'closed' && <Text c="dimmed">{t('closedWords')}</Text>}
      <Group mt="sm">
        {mayMoveOffer(status, 'open') && (
          <Button onClick={() => void go('open')} loading={move.isPending}>
            {t(status === 'closed' ? 'again' : `${voice}.ready`)}
          </Button>
        )}
        {status === 'open' && (
          <Button variant="default" onClick={() => goWithUndo('paused')}>
            {t('rest')}
          </Button>
        )}
        {mayMoveOffer(status, 'closed') && (
          <Button variant="subtle" onClick={() => goWithUndo('closed')}>
            {t('close')}
          </Button>
        )}
      </Group>
      <ProblemNote error={move.error} />
    </div>
  );
}
