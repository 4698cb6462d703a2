import { ActionIcon, Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { OfferId } from '@trellis/domain/ids';
import type { WhatIfChoices } from '@trellis/domain/rounds/views';
import { useTranslations } from 'use-intl';

type Choice = WhatIfChoices['offers'][number];

/** Other numbers of seats for mentors of the round, one line each; 0 takes a mentor out. */
export function WhatIfSeats(props: {
  offers: readonly Choice[];
  value: ReadonlyMap<OfferId, number>;
  onChange: (value: ReadonlyMap<OfferId, number>) => void;
}) {
  const t = useTranslations('rounds.whatIf.seats');
  const { offers, value, onChange } = props;
  const byId = new Map(offers.map((offer) => [offer.offerId, offer]));

  function put(offerId: OfferId, seats: number | null) {
    const next = new Map(value);
    if (seats === null) next.delete(offerId);
    else next.set(offerId, seats);
    onChange(next);
  }

  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('lead')}
      </Text>
      <Select
        label={t('mentor')}
        placeholder={t('choose')}
        searchable
        limit={50}
        nothingFoundMessage={t('nobody')}
        data={offers
          .filter(({ offerId }) => !value.has(offerId))
          .map(({ offerId, name, capacity }) => ({
            value: offerId,
            label: capacity === null ? t('unsaid', { name }) : t('now', { name, capacity }),
          }))}
        value={null}
        onChange={(chosen) => {
          const offer = chosen === null ? undefined : byId.get(chosen as OfferId);
          if (offer) put(offer.offerId, (offer.capacity ?? 0) + 1);
        }}
      />
      {[...value].map(([offerId, seats]) => {
        const offer = byId.get(offerId);
        if (!offer) return null;
        return (
          <Group key={offerId} align="end" gap="xs" wrap="nowrap">
            <NumberInput
              style={{ flex: 1 }}
              label={t('seatsOf', { name: offer.name })}
              description={offer.capacity === null ? t('wasUnsaid') : t('was', { capacity: offer.capacity })}
              min={offer.held}
              max={50}
              allowDecimal={false}
              clampBehavior="strict"
              value={seats}
              onChange={(next) => typeof next === 'number' && put(offerId, next)}
            />
            <ActionIcon
              variant="subtle"
              size="lg"
              aria-label={t('remove', { name: offer.name })}
              onClick={() => put(offerId, null)}
            >
              <IconX size={18} aria-hidden="true" />
            </ActionIcon>
          </Group>
        );
      })}
    </Stack>
  );
}
