import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  NumberInput,
  SegmentedControl,
  Select,
  Stack,
  Text,
} from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { OfferId } from '@trellis/domain/ids';
import {
  type AddedMentors,
  DAY_PARTS,
  type DayPart,
  type MentorKind,
} from '@trellis/domain/rounds/mentor-kinds';
import type { WhatIfChoices } from '@trellis/domain/rounds/views';
import type { TimeZone } from '@trellis/domain/time';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { termIdsOf, useTerms } from '../../api/use-terms.ts';
import { LanguagePicker } from '../../ui/language-picker.tsx';
import { TagPicker } from '../../ui/tag-picker.tsx';
import { placeOfZone } from './place-of-zone.ts';
import { useAddedName } from './use-added-name.ts';

const BLANK: MentorKind = { skills: [], industries: [], languages: [], dayParts: [], timeZone: null };

/** Mentors who would join: like one there is, or with a few words about them. */
export function WhatIfMentors(props: {
  choices: WhatIfChoices;
  value: readonly AddedMentors[];
  onChange: (value: readonly AddedMentors[]) => void;
}) {
  const t = useTranslations('rounds.whatIf.mentors');
  const { choices, value, onChange } = props;
  const nameOf = useAddedName(choices);
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('lead')}
      </Text>
      {value.length > 0 && (
        <Stack component="ul" gap="xs" p={0} m={0} aria-label={t('joining')}>
          {value.map((added, at) => (
            // A group has no identity of its own: two equal ones may stand side by side.
            <Group component="li" key={at} gap="xs" wrap="nowrap" justify="space-between">
              <Text size="sm">
                {t('line', { count: added.count, seats: added.seats, who: nameOf(added) })}
              </Text>
              <ActionIcon
                variant="subtle"
                aria-label={t('remove', { who: nameOf(added) })}
                onClick={() => onChange(value.filter((_, k) => k !== at))}
              >
                <IconX size={18} aria-hidden="true" />
              </ActionIcon>
            </Group>
          ))}
        </Stack>
      )}
      <NewMentors choices={choices} onAdd={(added) => onChange([...value, added])} />
    </Stack>
  );
}

function NewMentors(props: { choices: WhatIfChoices; onAdd: (added: AddedMentors) => void }) {
  const t = useTranslations('rounds.whatIf.mentors');
  const { choices, onAdd } = props;
  const [from, setFrom] = useState<'kind' | 'offer'>('kind');
  const [like, setLike] = useState<OfferId | null>(null);
  const [kind, setKind] = useState(BLANK);
  const [seats, setSeats] = useState(1);
  const [count, setCount] = useState(1);
  const isReady = from === 'kind' || like !== null;

  function add() {
    if (from === 'kind') onAdd({ from, kind, seats, count });
    else if (like !== null) onAdd({ from, offerId: like, seats, count });
    setKind(BLANK);
    setLike(null);
    setCount(1);
  }

  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label={t('how')}
        value={from}
        onChange={(next) => setFrom(next === 'offer' ? 'offer' : 'kind')}
        data={[
          { value: 'kind', label: t('ofKind') },
          { value: 'offer', label: t('likeOne') },
        ]}
      />
      {from === 'kind' ? (
        <KindFields value={kind} onChange={setKind} timeZones={choices.timeZones} />
      ) : (
        <Select
          label={t('like')}
          placeholder={t('choose')}
          searchable
          limit={50}
          nothingFoundMessage={t('nobody')}
          data={choices.offers.map(({ offerId, name }) => ({ value: offerId, label: name }))}
          value={like}
          onChange={(chosen) => setLike(chosen as OfferId | null)}
        />
      )}
      <Group grow align="end">
        <NumberInput
          label={t('count')}
          min={1}
          max={20}
          allowDecimal={false}
          clampBehavior="strict"
          value={count}
          onChange={(next) => typeof next === 'number' && setCount(next)}
        />
        <NumberInput
          label={t('seats')}
          min={1}
          max={50}
          allowDecimal={false}
          clampBehavior="strict"
          value={seats}
          onChange={(next) => typeof next === 'number' && setSeats(next)}
        />
      </Group>
      <Button variant="default" disabled={!isReady} onClick={add}>
        {t('add')}
      </Button>
    </Stack>
  );
}

function KindFields(props: {
  value: MentorKind;
  onChange: (value: MentorKind) => void;
  timeZones: readonly TimeZone[];
}) {
  const t = useTranslations('rounds');
  const terms = useTerms();
  const { value, onChange, timeZones } = props;
  const set = (part: Partial<MentorKind>) => onChange({ ...value, ...part });
  return (
    <Stack gap="sm">
      <TagPicker
        label={t('whatIf.mentors.skills')}
        options={terms.options('skill')}
        value={terms.tags(value.skills)}
        onChange={(tags) => set({ skills: termIdsOf(tags) })}
        max={8}
      />
      <TagPicker
        label={t('whatIf.mentors.industries')}
        options={terms.options('industry')}
        value={terms.tags(value.industries)}
        onChange={(tags) => set({ industries: termIdsOf(tags) })}
        max={8}
      />
      <LanguagePicker
        label={t('whatIf.mentors.languages')}
        value={value.languages}
        onChange={(languages) => set({ languages })}
      />
      <Checkbox.Group
        label={t('whatIf.mentors.hours')}
        description={t('whatIf.mentors.hoursHint')}
        value={[...value.dayParts]}
        onChange={(parts) => {
          const dayParts = parts as DayPart[];
          set({
            dayParts,
            timeZone: value.timeZone ?? (dayParts.length > 0 ? (timeZones[0] ?? null) : null),
          });
        }}
      >
        <Stack gap={6} mt={6}>
          {DAY_PARTS.map((part) => (
            <Checkbox key={part} value={part} label={t(`dayPart.${part}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Select
        label={t('whatIf.mentors.zone')}
        placeholder={t('whatIf.mentors.anyZone')}
        clearable
        searchable
        data={timeZones.map((zone) => ({ value: zone, label: placeOfZone(zone) }))}
        value={value.timeZone}
        onChange={(zone) => set({ timeZone: zone as TimeZone | null })}
      />
    </Stack>
  );
}
