import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ProgramId, RequestId } from '@trellis/domain/ids';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { queryClient, trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { LoadingRegion } from '../../ui/loading-region.tsx';

/** Gives many people at once their next step; made by the app, which knows the form. */
export type RenderPromise = (requestIds: readonly RequestId[], onDone: () => void) => ReactNode;

/** The last look before people are told: whom, in which order, and who would hear nothing. */
export function PublishDialog(props: {
  programId: ProgramId;
  open: boolean;
  onClose: () => void;
  promise: RenderPromise;
}) {
  const t = useTranslations('pairings.publish');
  return (
    <Modal
      opened={props.open}
      onClose={props.onClose}
      title={t('title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Preview {...props} />
    </Modal>
  );
}

function Preview(props: { programId: ProgramId; onClose: () => void; promise: RenderPromise }) {
  const t = useTranslations('pairings.publish');
  const preview = useQuery({
    ...trpc.pairings.publishPreview.queryOptions({ programId: props.programId, pairingIds: null }),
    staleTime: 0,
  });
  const publish = useMutation(
    trpc.pairings.publish.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries();
        props.onClose();
      },
      onError: () => void preview.refetch(),
    }),
  );
  const data = preview.data;
  const blocked = (data?.withoutNextStep.length ?? 0) > 0;
  return (
    <LoadingRegion loading={preview.isPending}>
      <ProblemNote error={preview.error} onRetry={() => void preview.refetch()} />
      {data && (
        <Stack>
          <Text>{t('lead', { count: data.approved.length })}</Text>
          <Text c="dimmed">{t(`order.${data.consentOrder}`)}</Text>
          {data.undecided > 0 && <Text c="dimmed">{t('undecided', { count: data.undecided })}</Text>}
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
              disabled={blocked || data.approved.length === 0}
              loading={publish.isPending}
              onClick={() =>
                publish.mutate({
                  programId: props.programId,
                  pairingIds: data.approved.map(({ pairingId }) => pairingId),
                })
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
