import { Button, SegmentedControl, Text } from '@mantine/core';
import { OUTCOMES, type Outcome } from '@trellis/domain/imports/changes';
import type { ImportPreview, ImportView } from '@trellis/domain/imports/views';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '../../api/problem-note.tsx';
import { FieldHint } from '../../ui/field-hint.tsx';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import styles from './imports.module.css';
import { MaybeSame } from './maybe-same.tsx';
import { ProblemsTable } from './problems-table.tsx';
import { RowsTable } from './rows-table.tsx';
import { StepSection } from './step-section.tsx';
import type { ImportState } from './use-import.ts';

type Shown = Outcome | 'problems';

/** What would come of it, before anything is changed. */
export function PreviewStep(props: { state: ImportState; view: ImportView }) {
  const t = useTranslations('imports.preview');
  const { preview, carryOut } = props.state;
  const hasUnknown = (preview.data?.unknown.length ?? 0) > 0;
  return (
    <StepSection number={hasUnknown ? 4 : 3} title={t('title')} lead={t('lead')}>
      <ProblemNote error={preview.error} onRetry={() => void preview.refetch()} />
      <LoadingRegion loading={preview.isPending} label={t('loading')} shape="rows">
        {preview.data && <Preview state={props.state} preview={preview.data} view={props.view} />}
      </LoadingRegion>
      <ProblemNote error={carryOut.error} />
      <LoadingRegion loading={carryOut.isPending} label={t('working', { rows: props.view.rowCount })}>
        {null}
      </LoadingRegion>
    </StepSection>
  );
}

function Preview(props: { state: ImportState; preview: ImportPreview; view: ImportView }) {
  const t = useTranslations('imports.preview');
  const { preview, state } = props;
  const { counts, problemCount, offers } = preview;
  const first = OUTCOMES.find((outcome) => counts[outcome] > 0) ?? 'same';
  const [chosen, setChosen] = useState<Shown | null>(null);
  const shown = chosen ?? first;
  const ready = counts.created + counts.changed;
  const kinds: readonly { value: Shown; count: number }[] = [
    ...OUTCOMES.map((value) => ({ value, count: counts[value] })),
    { value: 'problems', count: problemCount },
  ];
  return (
    <>
      {preview.maybe.length > 0 && <MaybeSame state={state} maybe={preview.maybe} />}
      <SegmentedControl
        classNames={{ root: styles.tabs ?? '', control: styles.tab ?? '' }}
        aria-label={t('show')}
        data={kinds.map(({ value, count }) => ({ value, label: t(`tabs.${value}`, { count }) }))}
        value={shown}
        onChange={(value) => setChosen(kinds.find((kind) => kind.value === value)?.value ?? first)}
      />
      {offers && (
        <Text>
          {t('offers', {
            open: offers.open,
            seats: offers.seats,
            unknown: offers.capacityUnknown,
            none: offers.capacityNone,
            paused: offers.paused,
            closed: offers.closed,
          })}
        </Text>
      )}
      {shown === 'problems' ? (
        <ProblemsTable problems={preview.problems} total={problemCount} />
      ) : (
        <RowsTable
          rows={preview.rows.filter(({ outcome }) => outcome === shown)}
          total={counts[shown]}
          outcome={shown}
        />
      )}
      <FieldHint>{ready === 0 ? t('nothing') : t('addsOnly')}</FieldHint>
      <div className={styles.finish}>
        <Button
          onClick={() => void state.bringIn().catch(() => {})}
          loading={state.carryOut.isPending}
          disabled={ready === 0 || state.change.isPending}
        >
          {t('bringIn', { count: ready })}
        </Button>
      </div>
    </>
  );
}
