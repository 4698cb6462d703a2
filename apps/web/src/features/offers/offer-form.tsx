import { Button, Group, NumberInput, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { OfferChange } from '@trellis/domain/offers/inputs';
import { mayMoveOffer } from '@trellis/domain/offers/moves';
import type { OfferView } from '@trellis/domain/offers/views';
import { MOST_GOALS, MOST_INDUSTRIES, MOST_SKILLS } from '@trellis/domain/requests/inputs';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { queryClient, trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { termIdsOf, useTerms } from '../../api/use-terms.ts';
import { SaveState } from '../../ui/save-state.tsx';
import { Section } from '../../ui/section.tsx';
import { TagPicker } from '../../ui/tag-picker.tsx';
import { showUndo } from '../../ui/undo-toast.tsx';
import { usePartsAutosave } from '../../ui/use-parts-autosave.ts';
import { CapacityField } from './capacity-field.tsx';

/** Saves as one types, each part by itself. */
export function OfferForm(props: { offer: OfferView }) {
  const t = useTranslations('offers');
  const terms = useTerms();
  const save = useMutation(trpc.offers.save.mutationOptions());
  const [offer, setOffer] = useState(props.offer);
  const { saving, set: keep } = usePartsAutosave<OfferChange>((parts) =>
    save.mutateAsync({ offerId: offer.id, change: parts }),
  );
  const set = (part: OfferChange) => {
    setOffer((last) => ({ ...last, ...part }) as OfferView);
    keep(part);
  };
  const move = useMutation(
    trpc.offers.move.mutationOptions({
      onSuccess: (_, { to }) => {
        setOffer((last) => ({ ...last, status: to }));
        return queryClient.invalidateQueries({ queryKey: trpc.home.pathKey() });
      },
    }),
  );
  const go = (to: 'open' | 'paused' | 'closed') => move.mutate({ offerId: offer.id, to });
  return (
    <Stack gap="lg">
      <SaveState saving={saving} />
      <ProblemNote error={save.error} />
      <Section title={t('room')} lead={t('roomLead')}>
        <CapacityField value={offer.capacity} onChange={(capacity) => set({ capacity })} />
        <NumberInput
          label={t('hours')}
          description={t('hoursHint')}
          min={0}
          max={200}
          allowDecimal={false}
          value={offer.hoursPerMonth ?? ''}
          onChange={(hours) => set({ hoursPerMonth: typeof hours === 'number' ? hours : null })}
          mt="md"
          maw={220}
        />
      </Section>
      <Section title={t('gives')} lead={t('givesLead')}>
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
      <Section title={t('note')} lead={t('noteLead')}>
        <Textarea
          aria-label={t('note')}
          autosize
          minRows={3}
          maxLength={4000}
          value={offer.note ?? ''}
          onChange={(event) =>
            set({ note: event.currentTarget.value === '' ? null : event.currentTarget.value })
          }
        />
      </Section>
      <div>
        <Text fw={600} role="status">
          {t(`status.${offer.status}`)}
        </Text>
        <Group mt="sm">
          {mayMoveOffer(offer.status, 'open') && (
            <Button size="md" onClick={() => go('open')} loading={move.isPending}>
              {t('ready')}
            </Button>
          )}
          {mayMoveOffer(offer.status, 'paused') && (
            <Button
              variant="default"
              onClick={() => {
                go('paused');
                showUndo({ message: t('paused'), onUndo: () => go('open') });
              }}
            >
              {t('rest')}
            </Button>
          )}
        </Group>
        <ProblemNote error={move.error} />
      </div>
    </Stack>
  );
}
