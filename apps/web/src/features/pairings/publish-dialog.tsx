import { Alert, Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { PairingId, ProgramId, RequestId } from '@trellis/domain/ids';
import type { PublishPreview } from '@trellis/domain/pairings/views';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { queryClient, trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import styles from './board.module.css';

/** Gives many people at once their next step; made by the app, which knows the form. */
export type RenderPromise = (requestIds: readonly RequestId[], onDone: () => void) => ReactNode;

/**
 * The last look before people are told: which pairings, in which order, and who would hear nothing.
 * @param props.chosen the approved pairings to begin with; null keeps the dialog closed
 */
export function PublishDialog(props: {
  programId: ProgramId;
  chosen: readonly PairingId[] | null;
  onClose: () => void;
  onPublished: (ids: readonly PairingId[]) => void;
  promise: RenderPromise;
}) {
  const t = useTranslations('pairings.publish');
  const { chosen } = props;
  return (
    <Modal
      opened={chosen !== null}
      onClose={props.onClose}
      title={t('title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {chosen && <Preview {...props} chosen={chosen} />}
    </Modal>
  );
}

function Preview(props: Parameters<typeof PublishDialog>[0] & { chosen: readonly PairingId[] }) {
  const t = useTranslations('pairings.publish');
  const { programId } = props;
  const [wished, setWished] = useState<ReadonlySet<PairingId>>(new Set(props.chosen));
  const preview = useQuery({
    ...trpc.pairings.publishPreview.queryOptions({ programId }),
    staleTime: 0,
  });
  const publish = useMutation(
    trpc.pairings.publish.mutationOptions({
      onSuccess: ({ published }) => {
        props.onPublished(published);
        props.onClose();
        void queryClient.invalidateQueries();
      },
      onError: () => void preview.refetch(),
    }),
  );
  const { data } = preview;
  // What is approved no more has left the list.
  const going = data?.approved.filter(({ pairingId }) => wished.has(pairingId)) ?? [];
  const staying = (data?.approved.length ?? 0) - going.length;
  const blocked = (data?.withoutNextStep.length ?? 0) > 0;
  return (
    <LoadingRegion loading={preview.isPending}>
      <ProblemNote error={preview.error} onRetry={() => void preview.refetch()} />
      {data && (
        <Stack>
          <Text>{t('lead', { count: going.length })}</Text>
          <Choice approved={data.approved} wished={wished} onWish={setWished} />
          <Text c="dimmed">{t(`order.${data.consentOrder}`)}</Text>
          {(staying > 0 || data.undecided > 0) && (
            <Text c="dimmed">
              {staying > 0 && `${t('staying', { count: staying })} `}
              {data.undecided > 0 && t('undecided', { count: data.undecided })}
            </Text>
          )}
          {blocked && (
            <Alert title={t('blocked')} color="amber">
              <Text>{t('blockedLead')}</Text>
              <ul>
                {data.withoutNextStep.map(({ requestId, name }) => (
                  <li key={requestId}>{name}</li>
                ))}
              </ul>
              {props.promise(
                data.withoutNextStep.map(({ requestId }) => requestId),
                () => void preview.refetch(),
              )}
            </Alert>
          )}
          <Text>{t('final')}</Text>
          <ProblemNote error={publish.error} />
          <Group justify="end">
            <Button variant="default" onClick={props.onClose}>
              {t('later')}
            </Button>
            <Button
              disabled={blocked || going.length === 0}
              loading={publish.isPending}
              onClick={() =>
                publish.mutate({ programId, pairingIds: going.map(({ pairingId }) => pairingId) })
              }
            >
              {t('do')}
            </Button>
          </Group>
        </Stack>
      )}
    </LoadingRegion>
  );
}

/** The approved pairings, each with a box to tick; what is not ticked stays on the board. */
function Choice(props: {
  approved: PublishPreview['approved'];
  wished: ReadonlySet<PairingId>;
  onWish: (wished: ReadonlySet<PairingId>) => void;
}) {
  const t = useTranslations('pairings');
  const { approved, wished } = props;
  const ticked = approved.filter(({ pairingId }) => wished.has(pairingId)).length;
  if (approved.length === 0) return null;
  function toggle(id: PairingId) {
    const next = new Set(wished);
    if (!next.delete(id)) next.add(id);
    props.onWish(next);
  }
  return (
    <fieldset className={styles.choice}>
      <legend>{t('publish.which')}</legend>
      {approved.length > 1 && (
        <Checkbox
          label={t('publish.all', { count: approved.length })}
          checked={ticked === approved.length}
          indeterminate={ticked > 0 && ticked < approved.length}
          onChange={() =>
            props.onWish(
              new Set(ticked === approved.length ? [] : approved.map(({ pairingId }) => pairingId)),
            )
          }
        />
      )}
      <div className={styles.choices}>
        {approved.map(({ pairingId, mentee, mentor }) => (
          <Checkbox
            key={pairingId}
            label={t('couple', { mentee, mentor })}
            checked={wished.has(pairingId)}
            onChange={() => toggle(pairingId)}
          />
        ))}
      </div>
    </fieldset>
  );
}
