import { ChooseFile } from './choose-file.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { ImportResultNote } from './import-result.tsx';
import { PreviewStep } from './preview-step.tsx';
import { useImport } from './use-import.ts';
import { ValuesStep } from './values-step.tsx';

/** From a spreadsheet to people in the agency: file, columns, values, preview, done. All in a row. */
export function ImportSteps() {
  const state = useImport();
  const { view, report, preview } = state;
  if (report && view) return <ImportResultNote report={report} view={view} onAgain={state.startAgain} />;
  return (
    <>
      <ChooseFile state={state} />
      {view && <ColumnsStep state={state} view={view} />}
      {view && preview.data && preview.data.unknown.length > 0 && (
        <ValuesStep state={state} unknown={preview.data.unknown} />
      )}
      {view && view.missing.length === 0 && <PreviewStep state={state} view={view} />}
    </>
  );
}
