import { Button, Group, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { OwnPairingView } from '@trellis/domain/pairings/own-views';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { queryClient, trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { Section } from '../../ui/section.tsx';

/** A yes and a no of the same size; a reason is welcome, never needed, and stays with staff. */
export function AnswerForm(props: { pairing: OwnPairingView }) {
  const t = useTranslations('my-pairings.answer');
  const format = useFormatter();
  const navigate = useNavigate();
  const { pairing } = props;
  const [words, setWords] = useState('');
  const answer = useMutation(
    trpc.myPairings.answer.mutationOptions({
      onSuccess: async ({ ended }) => {
        if (ended) await navigate({ to: '/me' });
        await queryClient.invalidateQueries();
      },
    }),
  );
  const invited = pairing.status === 'invited';
  const kind = invited ? 'invitation' : 'meeting';
  const [yes, no] = invited ? (['accepted', 'declined'] as const) : (['go_on', 'not_now'] as const);
  const say = (said: typeof yes | typeof no) =>
    answer.mutate({ pairingId: pairing.id, answer: said, words: words.trim() === '' ? null : words });
  return (
    <Section title={t(`${kind}.title`, { name: pairing.other.name })} lead={t(`${kind}.lead`)}>
      {pairing.until && (
        <Text mb="sm">
          {t('until', { day: format.dateTime(new Date(pairing.until), { dateStyle: 'long' }) })}
        </Text>
      )}
      <Textarea
        label={t('words')}
        description={t('wordsHint')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        autosize
        maxLength={1000}
      />
      <ProblemNote error={answer.error} />
      <Group grow mt="md" maw={420}>
        <Button size="md" onClick={() => say(yes)} loading={answer.isPending}>
          {t(`${kind}.yes`)}
        </Button>
        <Button size="md" variant="default" onClick={() => say(no)} disabled={answer.isPending}>
          {t(`${kind}.no`)}
        </Button>
      </Group>
    </Section>
  );
}
