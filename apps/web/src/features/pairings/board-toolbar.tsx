import { Button, Checkbox, Group, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { BOARD_STATES, type BoardFilter, type BoardState } from './board-filter.ts';

/** Finds pairings, and switches between list and cards. */
export function BoardToolbar(props: {
  filter: BoardFilter;
  onFilter: (filter: BoardFilter) => void;
  view: 'list' | 'cards';
  onView: (view: 'list' | 'cards') => void;
  onByHand: () => void;
}) {
  const t = useTranslations('pairings.toolbar');
  const { filter } = props;
  const set = (change: Partial<BoardFilter>) => props.onFilter({ ...filter, ...change });
  return (
    <Group gap="md" align="end" mb="md">
      <TextInput
        label={t('search')}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        value={filter.text}
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
          label={t('bridges')}
          checked={filter.bridges}
          onChange={(event) => set({ bridges: event.currentTarget.checked })}
        />
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
      <Group gap="xs" ml={{ md: 'auto' }}>
        <SegmentedControl
          aria-label={t('view')}
          value={props.view}
          onChange={(view) => props.onView(view === 'cards' ? 'cards' : 'list')}
          data={[
            { value: 'list', label: t('list') },
            { value: 'cards', label: t('cards') },
          ]}
        />
        <Button variant="default" onClick={props.onByHand}>
          {t('byHand')}
        </Button>
      </Group>
    </Group>
  );
}
