import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { RoundView } from '@trellis/domain/rounds/views';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { queryClient, trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { TextLink } from '../../ui/links.tsx';
import { useMatch } from './use-match.ts';
import { canKeep, changedSettings, type WhatIfDraft } from './what-if-draft.ts';

/** Keep what was tried: settings go to the program, seats to the offers. Then the round can be run again. Or drop it. */
export function WhatIfKeep(props: {
  round: RoundView;
  draft: WhatIfDraft;
  onDrop: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('rounds.whatIf');
  const { round, draft } = props;
  const [kept, setKept] = useState<WhatIfDraft | null>(null);
  const saveProgram = useMutation(trpc.programs.save.mutationOptions());
  const saveOffer = useMutation(trpc.offers.save.mutationOptions());
  const match = useMatch();
  const isKept = kept === draft;

  async function keep() {
    const change = changedSettings(round, draft);
    if (Object.keys(change).length > 0) {
      await saveProgram.mutateAsync({ programId: round.programId, change });
      await queryClient.invalidateQueries({ queryKey: trpc.programs.pathKey() });
    }
    for (const [offerId, capacity] of draft.seats) {
      await saveOffer.mutateAsync({ offerId, change: { capacity } });
    }
    if (draft.seats.size > 0) await queryClient.invalidateQueries({ queryKey: trpc.offers.pathKey() });
    setKept(draft);
  }

  return (
    <div>
      <ProblemNote error={saveProgram.error ?? saveOffer.error ?? match.error} />
      {isKept && (
        <Text size="sm" role="status" mt="xs">
          {t('kept')}
        </Text>
      )}
      {draft.mentors.length > 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {t.rich('notReal', { link: (words) => <TextLink to="/people">{words}</TextLink> })}
        </Text>
      )}
      <Group mt="sm" gap="sm">
        {isKept ? (
          <Button
            loading={match.isPending}
            onClick={() => match.mutate({ programId: round.programId }, { onSuccess: props.onDone })}
          >
            {t('matchAgain')}
          </Button>
        ) : (
          <Button
            disabled={!canKeep(round, draft)}
            loading={saveProgram.isPending || saveOffer.isPending}
            onClick={() => void keep().catch(() => {})}
          >
            {t('keep')}
          </Button>
        )}
        <Button variant="default" onClick={isKept ? props.onDone : props.onDrop}>
          {isKept ? t('done') : t('drop')}
        </Button>
      </Group>
    </div>
  );
}
