import { useTranslations } from 'use-intl';
import { Page } from '../../ui/page.tsx';
import { ChooseFile } from './choose-file.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { ImportResultNote } from './import-result.tsx';
import { PreviewStep } from './preview-step.tsx';
import { useImport } from './use-import.ts';
import { ValuesStep } from './values-step.tsx';

/** From a spreadsheet to people in the agency: file, columns, values, preview, done. All on one page. */
export function ImportPage() {
  const t = useTranslations('imports');
  const state = useImport();
  const { view, report, preview } = state;
  return (
    <Page title={t('title')} lead={t('lead')} width="wide">
      {report && view ? (
        <ImportResultNote report={report} view={view} onAgain={state.startAgain} />
      ) : (
        <>
          <ChooseFile state={state} />
          {view && <ColumnsStep state={state} view={view} />}
          {view && preview.data && preview.data.unknown.length > 0 && (
            <ValuesStep state={state} unknown={preview.data.unknown} />
          )}
          {view && view.missing.length === 0 && <PreviewStep state={state} view={view} />}
        </>
      )}
    </Page>
  );
}
