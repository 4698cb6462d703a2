import { Button, Group, Stack, Text } from '@mantine/core';
import type { RequestId, RoundId } from '@trellis/domain/ids';
import type { BoardWaiting } from '@trellis/domain/pairings/views';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { TextLink } from '../../ui/links.tsx';
import { Section } from '../../ui/section.tsx';
import type { RenderPromise } from './publish-dialog.tsx';

/** What the round of the board knows about those who wait: why one of them does, and which mentors are short. */
export interface RenderWaiting {
  readonly reason: (roundId: RoundId, one: BoardWaiting) => ReactNode;
  readonly shortage: (roundId: RoundId) => ReactNode;
}

/** Who is ready and on nobody's side yet, why, what would help, and whether something was promised to them. */
export function WaitingPanel(props: {
  waiting: readonly BoardWaiting[];
  roundId: RoundId | null;
  promise: RenderPromise;
  render: RenderWaiting;
}) {
  const t = useTranslations('pairings.waiting');
  const [promising, setPromising] = useState<readonly RequestId[] | null>(null);
  const { waiting, roundId, render } = props;
  const without = waiting.filter(({ hasNextStep }) => !hasNextStep);
  return (
    <Stack gap="lg" mt="xl">
      <Section title={t('title')} lead={waiting.length === 0 ? t('everybody') : t('lead')}>
        <Stack gap="sm">
          {waiting.map((one) => (
            <div key={one.requestId}>
              <Group gap="xs">
                <TextLink to="/people/$memberId" params={{ memberId: one.memberId }} fw={600}>
                  {one.name}
                </TextLink>
                <Text size="sm" c="dimmed">
                  {t(one.hasNextStep ? 'promised' : 'without')}
                </Text>
              </Group>
              {roundId && one.causes.length > 0 && render.reason(roundId, one)}
            </div>
          ))}
          {without.length > 0 &&
            (promising ? (
              props.promise(promising, () => setPromising(null))
            ) : (
              <Button
                variant="default"
                w="fit-content"
                onClick={() => setPromising(without.map(({ requestId }) => requestId))}
              >
                {t('promise')}
              </Button>
            ))}
        </Stack>
      </Section>
      {roundId && waiting.length > 0 && render.shortage(roundId)}
    </Stack>
  );
}
