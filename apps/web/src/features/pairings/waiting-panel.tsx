import { Button, Group, Stack, Text } from '@mantine/core';
import type { RequestId } from '@trellis/domain/ids';
import type { BoardWaiting } from '@trellis/domain/pairings/views';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { TextLink } from '../../ui/links.tsx';
import { Section } from '../../ui/section.tsx';
import type { RenderPromise } from './publish-dialog.tsx';

/** Who is ready and on nobody's side yet, why, and whether something was promised to them. */
export function WaitingPanel(props: { waiting: readonly BoardWaiting[]; promise: RenderPromise }) {
  const t = useTranslations('pairings.waiting');
  const [promising, setPromising] = useState<readonly RequestId[] | null>(null);
  const { waiting } = props;
  const without = waiting.filter(({ hasNextStep }) => !hasNextStep);
  return (
    <div style={{ marginTop: 'var(--mantine-spacing-xl)' }}>
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
              {one.causes[0] && <Text size="sm">{t(`causes.${one.causes[0].code}`)}</Text>}
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
    </div>
  );
}
