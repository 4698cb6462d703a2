import '@mantine/dropzone/styles.css';
import { Button, Radio, Select, SimpleGrid, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ProgramId } from '@trellis/domain/ids';
import { IMPORT_KINDS, type ImportKind } from '@trellis/domain/imports/kinds';
import { MOST_FILE_BYTES } from '@trellis/domain/imports/limits';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { FieldHint } from '../../ui/field-hint.tsx';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import styles from './imports.module.css';
import { StepSection } from './step-section.tsx';
import { UploadProblem } from './upload-problem.tsx';
import type { ImportState } from './use-import.ts';

/** What the file holds, for which program, and the file itself. */
export function ChooseFile(props: { state: ImportState }) {
  const t = useTranslations('imports.choose');
  const { state } = props;
  const [kind, setKind] = useState<ImportKind>('mentors');
  const [programId, setProgramId] = useState<ProgramId | null>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const programs = useQuery(trpc.programs.list.queryOptions());
  const open = (programs.data ?? []).filter(({ status }) => status === 'open' || status === 'draft');
  const program = programId ?? open[0]?.id ?? null;
  const needsProgram = kind !== 'people';
  const wanted = needsProgram ? program : null;

  function take(file: File | undefined) {
    setTooLarge(false);
    if (file) void state.send(file, kind, wanted, null).catch(() => {});
  }

  if (state.view && state.uploaded) return <ChosenFile state={state} kind={kind} programId={wanted} />;
  return (
    <StepSection number={1} title={t('title')} lead={t('lead')}>
      <Radio.Group label={t('kind')} value={kind} onChange={(value) => setKind(asKind(value))}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} mt="xs" spacing="xs">
          {IMPORT_KINDS.map((value) => (
            <Radio
              key={value}
              value={value}
              label={t(`kinds.${value}`)}
              description={t(`kindHints.${value}`)}
            />
          ))}
        </SimpleGrid>
      </Radio.Group>
      {needsProgram && (
        <Select
          label={t('program')}
          maw={420}
          allowDeselect={false}
          data={open.map(({ id, name }) => ({ value: id, label: name }))}
          value={program}
          onChange={(value) => setProgramId(open.find(({ id }) => id === value)?.id ?? null)}
          {...(programs.data && open.length === 0 ? { error: t('noProgram') } : {})}
        />
      )}
      <LoadingRegion loading={programs.isPending}>
        <Dropzone
          className={styles.drop}
          onDrop={(files) => take(files[0])}
          onReject={() => setTooLarge(true)}
          maxSize={MOST_FILE_BYTES}
          multiple={false}
          disabled={needsProgram && program === null}
          loading={state.upload.isPending}
          inputProps={{ 'aria-label': t('drop') }}
          aria-label={t('drop')}
        >
          <div className={styles.dropWords}>
            <IconFileSpreadsheet size={36} stroke={1.3} aria-hidden="true" />
            <Text fw={600}>{t('drop')}</Text>
            <Text size="sm" c="dimmed">
              {t('formats')}
            </Text>
          </div>
        </Dropzone>
      </LoadingRegion>
      {tooLarge && <ErrorNote title={t('tooLarge')} advice={t('tooLargeAdvice')} />}
      <UploadProblem error={state.upload.error} />
      <FieldHint>{t('nothingYet')}</FieldHint>
    </StepSection>
  );
}

function ChosenFile(props: { state: ImportState; kind: ImportKind; programId: ProgramId | null }) {
  const t = useTranslations('imports.choose');
  const format = useFormatter();
  const { file, uploaded, view } = props.state;
  if (!file || !uploaded || !view) return null;
  return (
    <StepSection
      number={1}
      title={view.fileName}
      lead={t('chosen', {
        rows: view.rowCount,
        kind: t(`kinds.${view.kind}`),
        program: view.program?.name ?? '',
        has: view.program ? 'yes' : 'no',
      })}
    >
      {uploaded.sheets.length > 1 && (
        <Select
          label={t('sheet')}
          maw={420}
          allowDeselect={false}
          data={uploaded.sheets}
          value={uploaded.sheet}
          onChange={(sheet) =>
            void props.state.send(file, view.kind, view.program?.id ?? null, sheet).catch(() => {})
          }
        />
      )}
      <UploadProblem error={props.state.upload.error} />
      {uploaded.importedBefore && (
        <FieldHint>
          {t('before', { when: format.dateTime(new Date(uploaded.importedBefore), { dateStyle: 'long' }) })}
        </FieldHint>
      )}
      {uploaded.encoding === 'windows-1252' && <FieldHint>{t('oldEncoding')}</FieldHint>}
      <div>
        <Button variant="default" onClick={props.state.startAgain}>
          {t('another')}
        </Button>
      </div>
    </StepSection>
  );
}

function asKind(value: string): ImportKind {
  return IMPORT_KINDS.find((kind) => kind === value) ?? 'people';
}
