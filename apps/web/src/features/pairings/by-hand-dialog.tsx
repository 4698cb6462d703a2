import { Alert, Button, Checkbox, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { OfferId, ProgramId, RequestId } from '@trellis/domain/ids';
import type { BoardView, DecidedView } from '@trellis/domain/pairings/views';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { queryClient, trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { useReasonWords } from '../../api/use-reason-words.ts';
import { ReasonList } from '../../ui/reason-list.tsx';
import { showUndo } from '../../ui/undo-toast.tsx';
import { asReasons } from './as-reasons.ts';

/** Pairs two people a coordinator has in mind; shows the reasons and the rules it would break first. */
export function ByHandDialog(props: {
  programId: ProgramId;
  board: BoardView;
  open: boolean;
  onClose: () => void;
  onPaired: (made: DecidedView['moved']) => void;
  onUndo: (made: DecidedView['moved'], freed: readonly []) => Promise<void>;
}) {
  const t = useTranslations('pairings.byHand');
  return (
    <Modal
      opened={props.open}
      onClose={props.onClose}
      title={t('title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Form {...props} />
    </Modal>
  );
}

function Form(props: Parameters<typeof ByHandDialog>[0]) {
  const t = useTranslations('pairings.byHand');
  const tRule = useTranslations('pairings.rules');
  const [requestId, setRequestId] = useState<RequestId | null>(null);
  const [offerId, setOfferId] = useState<OfferId | null>(null);
  const [waive, setWaive] = useState(false);
  const mentee = props.board.waiting.find((one) => one.requestId === requestId);
  const mentor = props.board.free.find((one) => one.offerId === offerId);
  const check = useQuery({
    ...trpc.pairings.checkByHand.queryOptions({
      programId: props.programId,
      requestId: requestId as RequestId,
      offerId: offerId as OfferId,
    }),
    enabled: requestId !== null && offerId !== null,
  });
  const say = useReasonWords(check.data?.terms ?? [], 'staff');
  const pair = useMutation(
    trpc.pairings.byHand.mutationOptions({
      onSuccess: async ({ moved }) => {
        props.onPaired(moved);
        if (mentee && mentor) {
          showUndo({
            message: t('done', { mentee: mentee.name, mentor: mentor.name }),
            onUndo: () => void props.onUndo(moved, []),
          });
        }
        await queryClient.invalidateQueries({ queryKey: trpc.pairings.board.queryKey() });
        props.onClose();
      },
    }),
  );
  const broken = check.data?.broken ?? [];
  const ready = check.data && (broken.length === 0 || (check.data.waivable && waive));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (requestId && offerId) pair.mutate({ programId: props.programId, requestId, offerId, waive });
      }}
    >
      <Stack>
        <Text c="dimmed">{t('lead')}</Text>
        <Select
          label={t('mentee')}
          description={t('menteeHint')}
          searchable
          nothingFoundMessage={t('nobody')}
          data={props.board.waiting.map(({ requestId: value, name }) => ({ value, label: name }))}
          value={requestId}
          onChange={(value) => setRequestId(value as RequestId | null)}
        />
        <Select
          label={t('mentor')}
          description={t('mentorHint')}
          searchable
          nothingFoundMessage={t('nobody')}
          data={props.board.free.map(({ offerId: value, name }) => ({ value, label: name }))}
          value={offerId}
          onChange={(value) => setOfferId(value as OfferId | null)}
        />
        {check.data && mentee && mentor && (
          <>
            {check.data.reasons.length > 0 && (
              <ReasonList
                label={t('reasons')}
                reasons={asReasons(check.data.reasons, (reason) =>
                  say(reason, { mentee: mentee.name, mentor: mentor.name }),
                )}
              />
            )}
            {broken.length > 0 && (
              <Alert title={t('broken')} color="amber">
                <ul>
                  {broken.map((rule) => (
                    <li key={rule}>{tRule(rule)}</li>
                  ))}
                </ul>
                {check.data.waivable ? (
                  <Checkbox
                    label={t('waive')}
                    checked={waive}
                    onChange={(event) => setWaive(event.currentTarget.checked)}
                  />
                ) : (
                  <Text>{t('never')}</Text>
                )}
              </Alert>
            )}
          </>
        )}
        <ProblemNote error={check.error ?? pair.error} />
        <Group justify="end">
          <Button variant="default" onClick={props.onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={pair.isPending} disabled={!ready}>
            {t('do')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
