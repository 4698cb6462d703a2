import { Badge, Button, ScrollArea, Stack, Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { FIT_SCALE } from '@trellis/domain/fit/fit';
import { CHANGES_OF_MENTOR, type WhatIfView } from '@trellis/domain/rounds/views';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import styles from './what-if.module.css';

type Compared = Extract<WhatIfView, { status: 'compared' }>;

/** What it comes to, in one sentence. */
export function WhatIfHeadline(props: { answer: WhatIfView }) {
  const t = useTranslations('rounds.whatIf');
  const { answer } = props;
  if (answer.status === 'no_plan') return <Text fw={600}>{t('noPlan')}</Text>;
  if (answer.status === 'too_slow') return <Text fw={600}>{t('tooSlow')}</Text>;
  if (answer.status === 'stopped') return <Text fw={600}>{t('stopped')}</Text>;
  const more = answer.after.served - answer.before.served;
  const changed = answer.changed.filter(({ change }) => change === 'other').length;
  if (answer.changed.length === 0) return <Text fw={600}>{t('same')}</Text>;
  return (
    <Text fw={600}>
      {more < 0 ? t('fewer', { fewer: -more, changed }) : t('compared', { served: more, changed })}
    </Text>
  );
}

/** What it does to the people and the sums, in words. */
export function WhatIfWords(props: { answer: WhatIfView }) {
  const t = useTranslations('rounds.whatIf');
  const { answer } = props;
  if (answer.status !== 'compared') return null;
  const { before, after, stay, changed } = answer;
  const count = (kind: (typeof CHANGES_OF_MENTOR)[number]) =>
    changed.filter(({ change }) => change === kind).length;
  return (
    <Stack gap={4} mt={4}>
      <Text size="sm">
        {t('people', { stay, other: count('other'), gains: count('gains'), loses: count('loses') })}
      </Text>
      <Text size="sm">
        {before.served === after.served
          ? t('servedSame', { served: after.served, waiting: after.waiting })
          : t('served', { before: before.served, after: after.served, waiting: after.waiting })}
      </Text>
      <FitWords before={before} after={after} />
    </Stack>
  );
}

/** Each plan is measured twice where the weights differ: sums by different weights cannot be compared. */
function FitWords(props: { before: Compared['before']; after: Compared['after'] }) {
  const t = useTranslations('rounds.whatIf');
  const format = useFormatter();
  const { before, after } = props;
  const measure = (by: 'saved' | 'tried') => {
    const change = before.fit[by] === 0 ? 0 : (after.fit[by] - before.fit[by]) / before.fit[by];
    return {
      before: points(before.fit[by]),
      after: points(after.fit[by]),
      change: format.number(change, {
        style: 'percent',
        maximumFractionDigits: 1,
        signDisplay: 'exceptZero',
      }),
    };
  };
  const isSameScale = before.fit.saved === before.fit.tried && after.fit.saved === after.fit.tried;
  if (isSameScale) return <Text size="sm">{t('fit', measure('saved'))}</Text>;
  return (
    <>
      <Text size="sm">{t('fitSaved', measure('saved'))}</Text>
      <Text size="sm">{t('fitTried', measure('tried'))}</Text>
    </>
  );
}

const points = (sum: number): number => Math.round(sum / (FIT_SCALE / 100));

/** So many changed people are named at first, and so many more on demand. */
const STEP = 12;

/** The saved round and the changed one side by side: those who would have another mentor, a first one, or none. */
export function WhatIfChanges(props: {
  answer: WhatIfView;
  /** The name of mentors who would join, by their position in what was asked. */
  nameOfAdded: (at: number) => string;
}) {
  const t = useTranslations('rounds.whatIf');
  const format = useFormatter();
  const [limit, setLimit] = useState(STEP);
  // Where it stands above the controls, they must not be pushed out of sight.
  const isNarrow = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false });
  if (props.answer.status !== 'compared' || props.answer.changed.length === 0) return null;
  const changed = [...props.answer.changed].sort(
    (a, b) =>
      CHANGES_OF_MENTOR.indexOf(a.change) - CHANGES_OF_MENTOR.indexOf(b.change) ||
      a.mentee.localeCompare(b.mentee),
  );
  const names = (list: Compared['changed'][number]['before']) =>
    list.length === 0
      ? t('nobody')
      : format.list(list.map(({ name, added }) => (added === null ? name : props.nameOfAdded(added))));
  const hidden = changed.length - limit;
  return (
    <ScrollArea.Autosize
      mah={isNarrow ? '16rem' : 'none'}
      type="auto"
      viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('changes') }}
    >
      <Table className={styles.changes} aria-label={t('changes')} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('mentee')}</Table.Th>
            <Table.Th>{t('before')}</Table.Th>
            <Table.Th>{t('after')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {changed.slice(0, limit).map((one) => (
            <Table.Tr key={one.requestId}>
              <Table.Th scope="row" fw={600}>
                {one.mentee}
                <Badge
                  variant="light"
                  size="sm"
                  color={COLORS[one.change]}
                  display="block"
                  w="fit-content"
                  tt="none"
                  mt={2}
                >
                  {t(`kind.${one.change}`)}
                </Badge>
              </Table.Th>
              <Table.Td>{names(one.before)}</Table.Td>
              <Table.Td>{names(one.after)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {hidden > 0 && (
        <Button variant="subtle" mt="xs" onClick={() => setLimit(limit + STEP)}>
          {t('more', { count: Math.min(hidden, STEP) })}
        </Button>
      )}
    </ScrollArea.Autosize>
  );
}

const COLORS = { loses: 'amber', gains: 'trellis', other: 'gray' } as const;
