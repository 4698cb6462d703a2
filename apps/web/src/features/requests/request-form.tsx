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
import { queryClient, trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { termIdsOf, useTerms } from '../../api/use-terms.ts';
import type { Whose } from '../../api/whose.ts';
import { LanguagePicker } from '../../ui/language-picker.tsx';
import { SaveState } from '../../ui/save-state.tsx';
import { Section } from '../../ui/section.tsx';
import { TagPicker } from '../../ui/tag-picker.tsx';
import { TagSelect } from '../../ui/tag-select.tsx';
import { usePartsAutosave } from '../../ui/use-parts-autosave.ts';
import { RequestMoves } from './request-moves.tsx';
import { WantedSkills } from './wanted-skills.tsx';

/** Saves as one types, each part by itself; every part may stay blank and be finished later. */
export function RequestForm(props: { request: RequestView; whose: Whose }) {
  const t = useTranslations('requests');
  const { whose } = props;
  const { voice } = whose;
  const terms = useTerms();
  const save = useMutation(
    trpc.requests.save.mutationOptions({
      onSuccess: () =>
        queryClient.invalidateQueries({ queryKey: trpc.requests.pathKey(), refetchType: 'none' }),
    }),
  );
  const [request, setRequest] = useState(props.request);
  const mixLabel = useId();
  const {
    saving,
    set: keep,
    settle,
  } = usePartsAutosave<RequestChange>((parts) => save.mutateAsync({ requestId: request.id, change: parts }));
  const set = (part: RequestChange) => {
    setRequest((last) => ({ ...last, ...part }) as RequestView);
    keep(part);
  };
  const place = (side: 'from' | 'towards') => (
    <Group grow align="start" preventGrowOverflow={false}>
      <TagSelect
        label={t(`${voice}.${side}Occupation`)}
        options={terms.options('occupation')}
        value={request[side].occupationId}
        onChange={(id) => set({ [side]: { ...request[side], occupationId: id as TermId | null } })}
      />
      <TagSelect
        label={t(`${voice}.${side}Industry`)}
        options={terms.options('industry')}
        value={request[side].industryId}
        onChange={(id) => set({ [side]: { ...request[side], industryId: id as TermId | null } })}
      />
    </Group>
  );
  const moves = (
    <RequestMoves
      request={request}
      whose={whose}
      before={settle}
      onMoved={(status) => setRequest((last) => ({ ...last, status }))}
    />
  );
  if (request.status === 'withdrawn') return moves;
  return (
    <Stack gap="lg">
      <div>
        <SaveState saving={saving} />
        <ProblemNote error={save.error} />
      </div>
      <Section title={t(`${voice}.path`)} lead={t(`${voice}.pathLead`)}>
        <Stack>
          {place('from')}
          {place('towards')}
        </Stack>
      </Section>
      <Section title={t(`${voice}.wants`)} lead={t('wantsLead')}>
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
            voice={voice}
          />
          <TagPicker
            label={t(`${voice}.industries`)}
            description={t(`${voice}.industriesHint`)}
            options={terms.options('industry')}
            value={terms.tags(request.industries)}
            onChange={(tags) => set({ industries: termIdsOf(tags) })}
            max={MOST_INDUSTRIES}
          />
          <LanguagePicker
            label={t(`${voice}.languages`)}
            description={t(`${voice}.languagesHint`)}
            value={request.languages}
            onChange={(languages) => set({ languages })}
          />
        </Stack>
      </Section>
      <Section title={t('mix')} lead={t(`${voice}.mixLead`)}>
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
          thumbSize={28}
        />
        <Group justify="space-between" mt="sm" aria-hidden="true">
          <Text size="sm" c="dimmed">
            {t('mixHome')}
          </Text>
          <Text size="sm" c="dimmed">
            {t('mixWorld')}
          </Text>
        </Group>
      </Section>
      <Section title={t(`${voice}.note`)} lead={t(`${voice}.noteLead`)}>
        <Textarea
          aria-label={t(`${voice}.note`)}
          autosize
          minRows={4}
          maxLength={4000}
          value={request.note ?? ''}
          onChange={(event) =>
            set({ note: event.currentTarget.value === '' ? null : event.currentTarget.value })
          }
        />
      </Section>
      {moves}
    </Stack>
  );
}
