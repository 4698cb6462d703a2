import { Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { MemberId, ProgramId } from '@trellis/domain/ids';
import type { SeparationView } from '@trellis/domain/separations/views';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { queryClient, trpc } from '../../api/client.ts';
import { refusalFacts } from '../../api/problem.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import { Section } from '../../ui/section.tsx';
import { PersonSelect } from './person-select.tsx';

const readAgain = () => queryClient.invalidateQueries({ queryKey: trpc.separations.pathKey() });

/** Who is kept apart, with the ways to add two people and to let two meet again. People are those of the program. */
export function NeverPair(props: { programId: ProgramId }) {
  const t = useTranslations('separations');
  const separations = useQuery(trpc.separations.list.queryOptions());
  return (
    <Section title={t('title')} lead={t('lead')}>
      <LoadingRegion loading={separations.isPending} label={t('loading')}>
        <ProblemNote error={separations.error} onRetry={() => void separations.refetch()} />
        <Stack gap="md">
          {separations.data?.length === 0 && <Text c="dimmed">{t('none')}</Text>}
          {separations.data && separations.data.length > 0 && (
            <Stack component="ul" gap="xs" p={0} m={0}>
              {separations.data.map((one) => (
                <SeparationLine key={one.id} separation={one} />
              ))}
            </Stack>
          )}
          <SeparateTwo programId={props.programId} />
        </Stack>
      </LoadingRegion>
    </Section>
  );
}

function SeparationLine(props: { separation: SeparationView }) {
  const t = useTranslations('separations');
  const announce = useAnnounce();
  const { id, kind, why } = props.separation;
  const [a, b] = [props.separation.a.name, props.separation.b.name];
  const lift = useMutation(
    trpc.separations.lift.mutationOptions({
      async onSuccess() {
        announce(t('lifted', { a, b }));
        await readAgain();
      },
    }),
  );
  return (
    <Group component="li" justify="space-between" gap="sm" wrap="nowrap">
      <div>
        <Text>
          {t('pair', { a, b })}{' '}
          <Text span c="dimmed">
            ({t(`kind.${kind}`)})
          </Text>
        </Text>
        {why && (
          <Text size="sm" c="dimmed">
            {why}
          </Text>
        )}
        <ProblemNote error={lift.error} />
      </div>
      {kind !== 'blocked' && (
        <Button
          size="compact-sm"
          variant="default"
          flex="none"
          loading={lift.isPending}
          aria-label={t('lift', { a, b })}
          onClick={() => lift.mutate({ separationId: id })}
        >
          {t('liftShort')}
        </Button>
      )}
    </Group>
  );
}

function SeparateTwo(props: { programId: ProgramId }) {
  const t = useTranslations('separations');
  const announce = useAnnounce();
  const [memberA, setMemberA] = useState<MemberId | null>(null);
  const [memberB, setMemberB] = useState<MemberId | null>(null);
  const [why, setWhy] = useState('');
  const [asked, setAsked] = useState(false);
  const make = useMutation(
    trpc.separations.make.mutationOptions({
      async onSuccess({ takenOff }) {
        for (const { mentee, mentor, program } of takenOff) {
          announce(t('takenOff', { mentee, mentor, program }));
        }
        setMemberA(null);
        setMemberB(null);
        setWhy('');
        setAsked(false);
        await readAgain();
      },
    }),
  );
  const complete = memberA !== null && memberB !== null && memberA !== memberB;

  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (complete) make.mutate({ memberA, memberB, why: why.trim() === '' ? null : why });
  }

  return (
    <form onSubmit={submit} noValidate aria-label={t('add')}>
      <Stack gap="sm">
        {refusalFacts(make.error, 'conflict') ? (
          <Text role="alert" c="var(--mantine-color-error)">
            {t('livePairing')}
          </Text>
        ) : (
          <ProblemNote error={make.error} />
        )}
        {make.data?.takenOff.map(({ programId, program, mentee, mentor }) => (
          <Text key={`${programId} ${mentee}`}>{t('takenOff', { mentee, mentor, program })}</Text>
        ))}
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <PersonSelect
            label={t('first')}
            programId={props.programId}
            value={memberA}
            onChange={setMemberA}
            error={asked && !complete ? t('same') : null}
          />
          <PersonSelect
            label={t('second')}
            programId={props.programId}
            value={memberB}
            onChange={setMemberB}
            error={null}
          />
        </SimpleGrid>
        <TextInput
          label={t('why')}
          value={why}
          maxLength={500}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" variant="default" loading={make.isPending}>
            {t('make')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
