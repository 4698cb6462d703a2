import { Group, Slider, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { TermId } from '@trellis/domain/ids';
import {
  MOST_GOALS,
  MOST_INDUSTRIES,
  MOST_SKILLS,
  type RequestChange,
} from '@trellis/domain/requests/inputs';
import type { RequestView } from '@trellis/domain/requests/views';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { termIdsOf, useTerms } from '../../api/use-terms.ts';
import { LanguagePicker } from '../../ui/language-picker.tsx';
import { SaveState } from '../../ui/save-state.tsx';
import { Section } from '../../ui/section.tsx';
import { TagPicker } from '../../ui/tag-picker.tsx';
import { TagSelect } from '../../ui/tag-select.tsx';
import { usePartsAutosave } from '../../ui/use-parts-autosave.ts';
import { RequestMoves } from './request-moves.tsx';
import { WantedSkills } from './wanted-skills.tsx';

/** Saves as one types, each part by itself; every part may stay blank and be finished later. */
export function RequestForm(props: { request: RequestView }) {
  const t = useTranslations('requests');
  const terms = useTerms();
  const save = useMutation(trpc.requests.save.mutationOptions());
  const [request, setRequest] = useState(props.request);
  const mixLabel = useId();
  const { saving, set: keep } = usePartsAutosave<RequestChange>((parts) =>
    save.mutateAsync({ requestId: request.id, change: parts }),
  );
  const set = (part: RequestChange) => {
    setRequest((last) => ({ ...last, ...part }) as RequestView);
    keep(part);
  };
  const place = (side: 'from' | 'towards') => (
    <Group grow align="start" preventGrowOverflow={false}>
      <TagSelect
        label={t(`${side}Occupation`)}
        options={terms.options('occupation')}
        value={request[side].occupationId}
        onChange={(id) => set({ [side]: { ...request[side], occupationId: id as TermId | null } })}
      />
      <TagSelect
        label={t(`${side}Industry`)}
        options={terms.options('industry')}
        value={request[side].industryId}
        onChange={(id) => set({ [side]: { ...request[side], industryId: id as TermId | null } })}
      />
    </Group>
  );
  return (
    <Stack gap="lg">
      <SaveState saving={saving} />
      <Section title={t('path')} lead={t('pathLead')}>
        <Stack>
          {place('from')}
          {place('towards')}
        </Stack>
      </Section>
      <Section title={t('wants')} lead={t('wantsLead')}>
        <Stack>
          <TagPicker
            label={t('goals')}
            options={terms.options('goal')}
            value={terms.tags(request.goals)}
            onChange={(tags) => set({ goals: termIdsOf(tags) })}
            max={MOST_GOALS}
          />
          <WantedSkills
            value={request.skills}
            onChange={(skills) => set({ skills })}
            max={MOST_SKILLS}
            terms={terms}
          />
          <TagPicker
            label={t('industries')}
            description={t('industriesHint')}
            options={terms.options('industry')}
            value={terms.tags(request.industries)}
            onChange={(tags) => set({ industries: termIdsOf(tags) })}
            max={MOST_INDUSTRIES}
          />
          <LanguagePicker
            label={t('languages')}
            description={t('languagesHint')}
            value={request.languages}
            onChange={(languages) => set({ languages })}
          />
        </Stack>
      </Section>
      <Section title={t('mix')} lead={t('mixLead')}>
        <Text id={mixLabel} size="sm" mb="xs">
          {request.mix === null ? t('mixUnset') : t('mixSet')}
        </Text>
        <Slider
          aria-labelledby={mixLabel}
          thumbLabel={t('mix')}
          value={request.mix ?? 50}
          onChange={(mix) => set({ mix })}
          step={10}
          label={null}
          marks={[
            { value: 0, label: t('mixHome') },
            { value: 100, label: t('mixWorld') },
          ]}
          mb="xl"
          mx="lg"
        />
      </Section>
      <Section title={t('note')} lead={t('noteLead')}>
        <Textarea
          aria-label={t('note')}
          autosize
          minRows={4}
          maxLength={4000}
          value={request.note ?? ''}
          onChange={(event) =>
            set({ note: event.currentTarget.value === '' ? null : event.currentTarget.value })
          }
        />
      </Section>
      <RequestMoves request={request} onMoved={(status) => setRequest({ ...request, status })} />
    </Stack>
  );
}
