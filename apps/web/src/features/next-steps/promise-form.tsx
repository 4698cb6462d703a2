import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { MemberId, RequestId } from '@trellis/domain/ids';
import { NEXT_STEP_KINDS, type NextStepKind } from '@trellis/domain/next-steps/next-step';
import type { Day } from '@trellis/domain/time';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { queryClient, trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { useMemberSession } from '../../api/session.ts';
import { inDays } from '../../ui/in-days.ts';

/** Promises one step to one or many people: what, by whom, until when. */
export function PromiseForm(props: { requestIds: readonly RequestId[]; onDone: () => void }) {
  const t = useTranslations('next-steps');
  const { member } = useMemberSession();
  const list = useQuery(trpc.nextSteps.list.queryOptions({ programId: null }));
  const [kind, setKind] = useState<NextStepKind>('next_round');
  const [words, setWords] = useState('');
  const [ownerId, setOwnerId] = useState<string>(member.id);
  const [dueOn, setDueOn] = useState<string>(inDays(14));
  const promise = useMutation(
    trpc.nextSteps.promise.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.nextSteps.pathKey() });
        props.onDone();
      },
    }),
  );
  const wordsMissing = kind === 'own' && words.trim() === '';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        promise.mutate({
          requestIds: [...props.requestIds],
          kind,
          words: words.trim() === '' ? null : words,
          ownerId: ownerId as MemberId,
          dueOn: dueOn as Day,
        });
      }}
    >
      <Stack gap="sm">
        <Select
          label={t('form.kind')}
          data={NEXT_STEP_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          value={kind}
          onChange={(value) => value && setKind(value as NextStepKind)}
          allowDeselect={false}
        />
        <TextInput
          label={t('form.words')}
          description={t('form.wordsHint')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          maxLength={500}
          required={kind === 'own'}
        />
        <Group grow align="end">
          <Select
            label={t('form.owner')}
            data={(list.data?.staff ?? [{ id: member.id, name: member.displayName }]).map(({ id, name }) => ({
              value: id,
              label: name,
            }))}
            value={ownerId}
            onChange={(value) => value && setOwnerId(value)}
            allowDeselect={false}
          />
          <TextInput
            label={t('form.due')}
            type="date"
            value={dueOn}
            min={inDays(0)}
            onChange={(event) => setDueOn(event.currentTarget.value)}
            required
          />
        </Group>
        <ProblemNote error={promise.error} />
        <Button
          type="submit"
          loading={promise.isPending}
          disabled={wordsMissing || props.requestIds.length === 0}
          w="fit-content"
        >
          {t('form.promise', { count: props.requestIds.length })}
        </Button>
      </Stack>
    </form>
  );
}
