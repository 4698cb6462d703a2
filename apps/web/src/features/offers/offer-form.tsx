import { NumberInput, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { OfferChange } from '@trellis/domain/offers/inputs';
import type { OfferView } from '@trellis/domain/offers/views';
import { MOST_GOALS, MOST_INDUSTRIES, MOST_SKILLS } from '@trellis/domain/requests/inputs';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { queryClient, trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { termIdsOf, useTerms } from '../../api/use-terms.ts';
import type { Whose } from '../../api/whose.ts';
import { SaveState } from '../../ui/save-state.tsx';
import { Section } from '../../ui/section.tsx';
import { TagPicker } from '../../ui/tag-picker.tsx';
import { usePartsAutosave } from '../../ui/use-parts-autosave.ts';
import { CapacityField } from './capacity-field.tsx';
import { OfferMoves } from './offer-moves.tsx';

/** Saves as one types, each part by itself. */
export function OfferForm(props: { offer: OfferView; whose: Whose }) {
  const t = useTranslations('offers');
  const { voice } = props.whose;
  const terms = useTerms();
  const save = useMutation(
    trpc.offers.save.mutationOptions({
      onSuccess: () =>
        queryClient.invalidateQueries({ queryKey: trpc.offers.pathKey(), refetchType: 'none' }),
    }),
  );
  const [offer, setOffer] = useState(props.offer);
  const {
    saving,
    set: keep,
    settle,
  } = usePartsAutosave<OfferChange>((parts) => save.mutateAsync({ offerId: offer.id, change: parts }));
  const set = (part: OfferChange) => {
    setOffer((last) => ({ ...last, ...part }) as OfferView);
    keep(part);
  };
  const moves = (
    <OfferMoves
      offer={offer}
      whose={props.whose}
      before={settle}
      onMoved={(status) => setOffer((last) => ({ ...last, status }))}
    />
  );
  if (offer.status === 'closed') return moves;
  return (
    <Stack gap="lg">
      <div>
        <SaveState saving={saving} />
        <ProblemNote error={save.error} />
      </div>
      <Section title={t(`${voice}.room`)} lead={t('roomLead')}>
        <CapacityField voice={voice} value={offer.capacity} onChange={(capacity) => set({ capacity })} />
        <NumberInput
          label={t('hours')}
          description={t(`${voice}.hoursHint`)}
          min={0}
          max={200}
          allowDecimal={false}
          hideControls
          value={offer.hoursPerMonth ?? ''}
          onChange={(hours) => set({ hoursPerMonth: typeof hours === 'number' ? hours : null })}
          mt="md"
          maw={220}
        />
      </Section>
      <Section title={t(`${voice}.gives`)} lead={t(`${voice}.givesLead`)}>
        <Stack>
          <TagPicker
            label={t('goals')}
            options={terms.options('goal')}
            value={terms.tags(offer.goals)}
            onChange={(tags) => set({ goals: termIdsOf(tags) })}
            max={MOST_GOALS}
          />
          <TagPicker
            label={t('skills')}
            options={terms.options('skill')}
            value={terms.tags(offer.skills)}
            onChange={(tags) => set({ skills: termIdsOf(tags) })}
            max={MOST_SKILLS}
          />
          <TagPicker
            label={t('industries')}
            options={terms.options('industry')}
            value={terms.tags(offer.industries)}
            onChange={(tags) => set({ industries: termIdsOf(tags) })}
            max={MOST_INDUSTRIES}
          />
        </Stack>
      </Section>
      <Section title={t(`${voice}.note`)} lead={t('noteLead')}>
        <Textarea
          aria-label={t(`${voice}.note`)}
          autosize
          minRows={3}
          maxLength={4000}
          value={offer.note ?? ''}
          onChange={(event) =>
            set({ note: event.currentTarget.value === '' ? null : event.currentTarget.value })
          }
        />
      </Section>
      {moves}
    </Stack>
  );
}
