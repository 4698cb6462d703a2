import { Button, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ImportDecisions } from '@trellis/domain/imports/inputs';
import { isTermKind, type UnknownValue, type ValueDecision } from '@trellis/domain/imports/values';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import styles from './imports.module.css';
import { StepSection } from './step-section.tsx';
import type { ImportState } from './use-import.ts';

const SHOWN_AT_FIRST = 12;

/** Values nobody knows yet, each decided once for the whole sheet: the same as a known one, a new one, or left out. */
export function ValuesStep(props: { state: ImportState; unknown: readonly UnknownValue[] }) {
  const t = useTranslations('imports.values');
  const { state, unknown } = props;
  const [all, setAll] = useState(false);
  const shown = all ? unknown : unknown.slice(0, SHOWN_AT_FIRST);

  function decide(changed: readonly ValueDecision[]) {
    const key = ({ kind, key: own }: Pick<ValueDecision, 'kind' | 'key'>) => `${kind} ${own}`;
    const replaced = new Set(changed.map(key));
    const decisions: ImportDecisions = {
      ...state.decisions,
      values: [...state.decisions.values.filter((one) => !replaced.has(key(one))), ...changed],
    };
    state.decide(decisions);
  }

  const takeAll = (as: 'new' | 'leave') =>
    decide(
      unknown
        .filter(({ kind, take }) => as === 'leave' || (isTermKind(kind) && take.as !== 'same'))
        .map(({ kind, key }) => ({ kind, key, take: { as } })),
    );

  return (
    <StepSection number={3} title={t('title', { count: unknown.length })} lead={t('lead')}>
      <div className={styles.bar}>
        <Button size="sm" variant="default" onClick={() => takeAll('new')}>
          {t('allNew')}
        </Button>
        <Button size="sm" variant="default" onClick={() => takeAll('leave')}>
          {t('allLeave')}
        </Button>
      </div>
      <ul className={styles.lines}>
        {shown.map((value) => (
          <li key={`${value.kind} ${value.key}`} className={styles.line}>
            <div>
              <Text fw={600}>{value.spelling}</Text>
              <div className={styles.samples}>
                {t(`kinds.${value.kind}`)} · {t('rows', { count: value.rows })}
              </div>
            </div>
            <ValueSelect
              value={value}
              onTake={(take) => decide([{ kind: value.kind, key: value.key, take }])}
            />
          </li>
        ))}
      </ul>
      {unknown.length > shown.length && (
        <div>
          <Button variant="subtle" onClick={() => setAll(true)}>
            {t('showAll', { count: unknown.length })}
          </Button>
        </div>
      )}
    </StepSection>
  );
}

function ValueSelect(props: { value: UnknownValue; onTake: (take: ValueDecision['take']) => void }) {
  const t = useTranslations('imports.values');
  const { kind, spelling, suggestions, take } = props.value;
  const terms = useTermOptions(props.value);
  const near = suggestions.map(({ id, name }) => ({ value: id, label: t('sameAs', { name }) }));
  const nearIds = new Set(suggestions.map(({ id }) => id));
  return (
    <Select
      aria-label={t('decision', { value: spelling })}
      allowDeselect={false}
      searchable
      limit={60}
      data={[
        {
          group: t('groupDecide'),
          items: [
            ...(isTermKind(kind) ? [{ value: '+', label: t('new') }] : []),
            { value: '-', label: t('leave') },
            ...near,
          ],
        },
        ...(terms.length > 0
          ? [{ group: t('groupAll'), items: terms.filter((term) => !nearIds.has(term.value)) }]
          : []),
      ]}
      value={take.as === 'new' ? '+' : take.as === 'leave' ? '-' : take.id}
      onChange={(value) => {
        if (value === '+') props.onTake({ as: 'new' });
        else if (value === '-') props.onTake({ as: 'leave' });
        else if (value !== null) props.onTake({ as: 'same', id: value });
      }}
    />
  );
}

/** All terms of the value's kind, for "the same as"; languages and countries only by suggestion. */
function useTermOptions(value: UnknownValue): readonly { value: string; label: string }[] {
  const t = useTranslations('imports.values');
  const terms = useQuery(trpc.taxonomy.list.queryOptions());
  if (!isTermKind(value.kind)) return [];
  return (terms.data?.terms ?? [])
    .filter(({ kind }) => kind === value.kind)
    .map(({ id, name }) => ({ value: id, label: t('sameAs', { name }) }));
}
