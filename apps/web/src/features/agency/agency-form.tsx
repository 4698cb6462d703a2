import { Button, Group, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { AgencySettings } from '@trellis/domain/agencies/inputs';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { queryClient, trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { localeOptions } from '../../i18n/locale-options.ts';
import { LoadingRegion } from '../../ui/loading-region.tsx';

/** What an admin decides for the whole agency. */
export function AgencyForm() {
  const settings = useQuery({ ...trpc.agency.settings.queryOptions(), refetchOnWindowFocus: false });
  return (
    <>
      <ProblemNote error={settings.error} onRetry={() => void settings.refetch()} />
      <LoadingRegion loading={settings.isPending}>
        {settings.data && <Form start={settings.data} />}
      </LoadingRegion>
    </>
  );
}

function Form(props: { start: AgencySettings }) {
  const t = useTranslations('agency');
  const zones = useQuery({ ...trpc.availability.zones.queryOptions(), staleTime: 3_600_000 });
  const [draft, setDraft] = useState<{ name: string; locale: string; timeZone: string }>(props.start);
  const save = useMutation(
    trpc.agency.change.mutationOptions({
      onSuccess: () =>
        Promise.all([
          queryClient.invalidateQueries({ queryKey: trpc.agency.pathKey() }),
          queryClient.invalidateQueries({ queryKey: trpc.session.current.queryKey() }),
        ]),
    }),
  );
  const input = AgencySettings.safeParse(draft);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (input.success) save.mutate(input.data);
  }
  const known = (zones.data ?? []).map(({ zone }) => zone as string);
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw={420}>
        <TextInput
          label={t('name')}
          maxLength={120}
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          error={draft.name.trim() === '' ? t('nameMissing') : null}
        />
        <div>
          <Text size="sm" fw={500} mb={4}>
            {t('language')}
          </Text>
          <SegmentedControl
            aria-label={t('language')}
            data={[...localeOptions]}
            value={draft.locale}
            onChange={(locale) => setDraft({ ...draft, locale })}
          />
          <Text size="sm" c="dimmed" mt={4}>
            {t('languageHint')}
          </Text>
        </div>
        <Select
          label={t('zone')}
          description={t('zoneHint')}
          searchable
          allowDeselect={false}
          limit={100}
          data={[...new Set([draft.timeZone, ...known])].map((zone) => ({
            value: zone,
            label: zone.replaceAll('_', ' '),
          }))}
          value={draft.timeZone}
          onChange={(zone) => setDraft({ ...draft, timeZone: zone ?? draft.timeZone })}
        />
        <ProblemNote error={save.error ?? zones.error} />
        <Group>
          <Button type="submit" variant="default" loading={save.isPending} disabled={!input.success}>
            {t('save')}
          </Button>
          <Text role="status" c="dimmed" size="sm">
            {save.isSuccess ? t('saved') : null}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}
