import { Button, Stack, Text, Textarea, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { BoardPairing } from '@trellis/domain/pairings/views';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { queryClient, trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';

/** Lines for colleagues. Members never see them. */
export function PairingNotes(props: { pairing: BoardPairing }) {
  const t = useTranslations('pairings.notes');
  const format = useFormatter();
  const [body, setBody] = useState('');
  const add = useMutation(
    trpc.pairings.note.mutationOptions({
      onSuccess: () => {
        setBody('');
        return queryClient.invalidateQueries({ queryKey: trpc.pairings.board.queryKey() });
      },
    }),
  );
  return (
    <section aria-label={t('title')}>
      <Title order={3} size="h4">
        {t('title')}
      </Title>
      <Stack gap="sm" mt="xs">
        {props.pairing.notes.map((note) => (
          <div key={note.id}>
            <Text style={{ whiteSpace: 'pre-line' }}>{note.body}</Text>
            <Text size="sm" c="dimmed">
              {t('by', {
                name: note.author,
                when: format.dateTime(new Date(note.at), { dateStyle: 'medium' }),
              })}
            </Text>
          </div>
        ))}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (body.trim() !== '') add.mutate({ pairingId: props.pairing.id, body });
          }}
        >
          <Textarea
            label={t('label')}
            description={t('who')}
            value={body}
            onChange={(event) => setBody(event.currentTarget.value)}
            autosize
            minRows={2}
            maxLength={2000}
            data-note-field
          />
          <ProblemNote error={add.error} />
          <Button type="submit" variant="default" size="sm" mt="xs" loading={add.isPending}>
            {t('add')}
          </Button>
        </form>
      </Stack>
    </section>
  );
}
