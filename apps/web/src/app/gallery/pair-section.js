import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { FitBar } from '../../ui/fit-bar.tsx';
import { InitialsAvatar } from '../../ui/initials-avatar.tsx';
import { ReasonList } from '../../ui/reason-list.tsx';
import { SideBySide } from '../../ui/side-by-side.tsx';
/** Reasons, fit, two people side by side. */
export function PairSection() {
  return (
    <Stack>
      <ReasonList
        label="Why these two"
        reasons={[
          {
            id: '1',
            kind: 'shared',
            text: 'Both want to talk about leaving a large company without burning bridges.',
          },
          {
            id: '2',
            kind: 'news',
            text: 'Max moved from nursing into data work, the path Ada wishes to go.',
          },
          { id: '3', kind: 'care', text: 'They share only two hours a week; Tuesday evenings fit best.' },
        ]}
      />
      <FitBar trust={0.82} reach={0.46} />
      <FitBar trust={0.1} reach={null} compact />
      <SideBySide
        label="Ada and Max"
        left={{
          title: 'Ada Lovelace',
          children: <Person name="Ada Lovelace" line="Nurse, wants to work with data" />,
        }}
        right={{
          title: 'Max Müller',
          children: <Person name="Max Müller" line="Data analyst, was a nurse for 9 years" />,
        }}
      />
    </Stack>
  );
}
function Person(props) {
  return (
    <Paper withBorder p="lg">
      <Group wrap="nowrap">
        <InitialsAvatar name={props.name} size={52} />
        <div>
          <Title order={3}>{props.name}</Title>
          <Text c="dimmed">{props.line}</Text>
        </div>
      </Group>
    </Paper>
  );
}
