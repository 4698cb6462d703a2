import { Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { TimeZone } from '@trellis/domain/time';
import { useTranslations } from 'use-intl';
import { queryClient, trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import type { Whose } from '../../api/whose.ts';

/** How far a clock is ahead of UTC: `+05:30`. */
const offsetLabel = (minutes: number): string => {
  const apart = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '−' : '+'}${two(Math.floor(apart / 60))}:${two(apart % 60)}`;
};

/** The clock somebody's hours are meant on. Whoever moves keeps their hours: nine stays nine. */
export function ZoneSelect(props: { value: TimeZone | null; assumed: string; whose: Whose }) {
  const t = useTranslations('availability');
  const { memberId, voice } = props.whose;
  const zones = useQuery({ ...trpc.availability.zones.queryOptions(), staleTime: 3_600_000 });
  const save = useMutation(
    trpc.profiles.save.mutationOptions({
      onSuccess: () =>
        Promise.all([
          queryClient.invalidateQueries({ queryKey: trpc.availability.pathKey() }),
          queryClient.invalidateQueries({ queryKey: trpc.session.current.queryKey() }),
          queryClient.invalidateQueries({ queryKey: trpc.members.pathKey() }),
        ]),
    }),
  );
  const chosen = save.isPending ? (save.variables.change.timeZone ?? null) : props.value;
  const options = zones.data ?? [];
  const missing = chosen !== null && !options.some(({ zone }) => zone === chosen);
  return (
    <div>
      <Select
        label={t(`${voice}.zone`)}
        description={t(`${voice}.zoneHint`)}
        placeholder={t('zoneAssumed', { zone: props.assumed })}
        searchable
        limit={100}
        data={[
          ...(missing ? [{ value: chosen as string, label: chosen as string }] : []),
          ...options.map(({ zone, minutes }) => ({
            value: zone as string,
            label: t('zoneOption', { zone: zone.replaceAll('_', ' '), offset: offsetLabel(minutes) }),
          })),
        ]}
        value={chosen}
        allowDeselect={false}
        onChange={(value) => {
          if (value !== null) save.mutate({ memberId, change: { timeZone: value as TimeZone } });
        }}
        maw={420}
      />
      <ProblemNote error={save.error ?? zones.error} />
    </div>
  );
}
