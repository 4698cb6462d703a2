import { Badge, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { DataTable } from '../../ui/data-table.tsx';
import { InitialsAvatar } from '../../ui/initials-avatar.tsx';

const NAMES = ['Ada Lovelace', 'Max Müller', 'Noor Haddad', 'Ōe Kenzaburō', 'Zoë Smit', 'Pilar Núñez'];
const ROWS = Array.from({ length: 130 }, (_, i) => ({
  id: `r${i}`,
  name: `${NAMES[i % NAMES.length]}${i < NAMES.length ? '' : ` ${i}`}`,
  work: i % 2 ? 'Data analyst' : 'Nurse, wants to work with data',
  seats: i % 4 === 3 ? null : (i * 7) % 5,
  ready: i % 3 !== 0,
}));
/** A long list, sortable and selectable. */
export function TableSection() {
  const [selected, setSelected] = useState(new Set(['r1']));
  return (
    <DataTable
      caption="People"
      rows={ROWS}
      rowKey={(row) => row.id}
      rowName={(row) => row.name}
      pageSize={8}
      empty={null}
      selected={selected}
      onSelect={setSelected}
      selectionActions={<Button size="sm">Approve</Button>}
      columns={[
        {
          key: 'name',
          header: 'Name',
          onCard: 'title',
          sortBy: (row) => row.name,
          cell: (row) => (
            <Group gap="sm" wrap="nowrap">
              <InitialsAvatar name={row.name} size={32} />
              <Text fw={550}>{row.name}</Text>
            </Group>
          ),
        },
        { key: 'work', header: 'Work', cell: (row) => row.work, sortBy: (row) => row.work },
        {
          key: 'ready',
          header: 'Ready',
          cell: (row) => (
            <Badge variant="light" color={row.ready ? 'trellis' : 'amber'}>
              {row.ready ? 'Ready' : 'Needs hours'}
            </Badge>
          ),
        },
        {
          key: 'seats',
          header: 'Seats',
          align: 'end',
          cell: (row) => row.seats ?? 'unknown',
          sortBy: (row) => row.seats,
        },
      ]}
    />
  );
}
