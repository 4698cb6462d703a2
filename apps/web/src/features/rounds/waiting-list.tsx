import { Button, Stack, Text } from '@mantine/core';
import type { RoundId } from '@trellis/domain/ids';
import type { WaitingView } from '@trellis/domain/rounds/views';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { TextLink } from '../../ui/links.tsx';
import { Section } from '../../ui/section.tsx';
import { WaitingReason } from './waiting-reason.tsx';

/** So many people are shown at first, and so many more on demand. */
const STEP = 25;

/** Who was left over, each with the causes in words and a way to ask what would help. */
export function WaitingList(props: { roundId: RoundId; waiting: readonly WaitingView[] }) {
  const t = useTranslations('rounds.waiting');
  const [limit, setLimit] = useState(STEP);
  const { waiting } = props;
  const hidden = waiting.length - limit;
  return (
    <Section
      title={t('title')}
      lead={waiting.length === 0 ? t('everybody') : t('lead', { count: waiting.length })}
    >
      <Stack component="ul" gap="md" p={0} m={0}>
        {waiting.slice(0, limit).map((one) => (
          <WaitingPerson key={one.requestId} roundId={props.roundId} person={one} />
        ))}
      </Stack>
      {hidden > 0 && (
        <Button variant="default" mt="md" onClick={() => setLimit(limit + STEP)}>
          {t('more', { count: Math.min(hidden, STEP) })}
        </Button>
      )}
    </Section>
  );
}

function WaitingPerson(props: { roundId: RoundId; person: WaitingView }) {
  const t = useTranslations('rounds.waiting');
  const { person } = props;
  return (
    <li style={{ listStyle: 'none' }}>
      <Text>
        <TextLink to="/people/$memberId" params={{ memberId: person.memberId }} fw={600}>
          {person.name}
        </TextLink>{' '}
        {person.missedRounds > 1 && (
          <Text span c="dimmed">
            ({t('missed', { count: person.missedRounds })})
          </Text>
        )}
      </Text>
      <WaitingReason roundId={props.roundId} person={person} />
    </li>
  );
}
