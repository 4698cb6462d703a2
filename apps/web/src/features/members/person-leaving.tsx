import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { type MemberMove, memberMoves } from '@trellis/domain/members/status-moves';
import type { PersonView } from '@trellis/domain/members/views';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '../../api/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { showUndo } from '../../ui/undo-toast.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { usePersonChanges } from './use-person-changes.ts';

/** Rest, leave, come back, or be erased. What ends with it is said beforehand. */
export function PersonLeaving(props: { person: PersonView }) {
  const t = useTranslations('members.leaving');
  const { person } = props;
  const { move, erase } = usePersonChanges();
  const [asking, setAsking] = useState<'withdrawn' | 'erased' | null>(null);
  const [why, setWhy] = useState('');
  const name = person.displayName;
  const go = (to: MemberMove, reason: string | null = null) =>
    move.mutate({ memberId: person.id, to, why: reason }, { onSuccess: () => setAsking(null) });
  const start = (to: MemberMove) => {
    if (to === 'withdrawn') return setAsking('withdrawn');
    go(to);
    if (to === 'paused') showUndo({ message: t('paused', { name }), onUndo: () => go('active') });
  };
  return (
    <Section title={t('title')} lead={t(`lead.${person.status}`)}>
      <Group>
        {memberMoves(person.status).map((to) => (
          <Button key={to} variant="default" loading={move.isPending} onClick={() => start(to)}>
            {t(`to.${to}`)}
          </Button>
        ))}
        <Button variant="subtle" color="red" onClick={() => setAsking('erased')}>
          {t('erase')}
        </Button>
      </Group>
      {asking === null && <ProblemNote error={move.error} />}
      <Modal
        opened={asking === 'withdrawn'}
        onClose={() => setAsking(null)}
        title={t('withdrawTitle', { name })}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <Stack>
          <Text>{t('withdrawWhat')}</Text>
          <Textarea
            label={t('why')}
            description={t('whyHint')}
            autosize
            minRows={2}
            maxLength={1000}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
          <ProblemNote error={move.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsking(null)}>
              {t('cancel')}
            </Button>
            <Button color="red" loading={move.isPending} onClick={() => go('withdrawn', why)}>
              {t('to.withdrawn')}
            </Button>
          </Group>
        </Stack>
      </Modal>
      <EraseDialog
        opened={asking === 'erased'}
        name={name}
        what={t('eraseWhat', { name })}
        error={erase.error}
        busy={erase.isPending}
        onClose={() => setAsking(null)}
        onErase={() => erase.mutate({ memberId: person.id }, { onSuccess: () => setAsking(null) })}
      />
    </Section>
  );
}
