import { Checkbox, Chip, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { REASON_KINDS, type ReasonKind } from '@trellis/domain/pairings/reason-kinds';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { BOARD_STATES, type BoardFilter, type BoardState } from './board-filter.ts';

/** Finds pairings: by name, by where they stand, by what speaks for them. */
export function BoardToolbar(props: { filter: BoardFilter; onFilter: (filter: BoardFilter) => void }) {
  const t = useTranslations('pairings.toolbar');
  const { filter } = props;
  const set = (change: Partial<BoardFilter>) => props.onFilter({ ...filter, ...change });
  const because = useId();
  return (
    <Stack gap="sm" mb="md">
      <Group gap="md" align="end">
        <TextInput
          label={t('search')}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          value={filter.text}
          maxLength={120}
          onChange={(event) => set({ text: event.currentTarget.value })}
          w={{ base: '100%', sm: 220 }}
          data-board-search
        />
        <Select
          label={t('state')}
          data={BOARD_STATES.map((state) => ({ value: state, label: t(`states.${state}`) }))}
          value={filter.state}
          onChange={(state) => state && set({ state: state as BoardState })}
          allowDeselect={false}
          w={{ base: '100%', sm: 270 }}
        />
        <Group gap="md" pb={8}>
          <Checkbox
            label={t('waitedBefore')}
            checked={filter.waitedBefore}
            onChange={(event) => set({ waitedBefore: event.currentTarget.checked })}
          />
          <Checkbox
            label={t('littleKnown')}
            checked={filter.littleKnown}
            onChange={(event) => set({ littleKnown: event.currentTarget.checked })}
          />
        </Group>
      </Group>
      <Chip.Group
        multiple
        value={[...filter.because]}
        onChange={(kinds) => set({ because: kinds as ReasonKind[] })}
      >
        <Group gap="xs" role="group" aria-labelledby={because}>
          <Text id={because} size="sm" fw={550}>
            {t('because')}
          </Text>
          {REASON_KINDS.map((kind) => (
            <Chip key={kind} value={kind} size="sm" variant="light">
              {t(`kinds.${kind}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Stack>
  );
}
