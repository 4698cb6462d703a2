import { useTranslations } from 'use-intl';
import { refusalFacts } from '../../api/problem.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';

const REASONS = [
  'empty',
  'only_headers',
  'old_excel',
  'not_a_table',
  'broken_text',
  'nul',
  'endless_line',
  'quote_not_closed',
  'broken_zip',
  'not_a_workbook',
  'broken_workbook',
  'no_such_sheet',
] as const;
const LIMITS = ['bytes', 'columns', 'rows', 'unpacked'] as const;

/** Why a file cannot be taken in, in words that help to put it right. */
export function UploadProblem(props: { error: unknown }) {
  const t = useTranslations('imports.unreadable');
  const unreadable = refusalFacts(props.error, 'unreadable_file');
  const reason = REASONS.find((known) => known === unreadable?.reason);
  if (unreadable && reason) {
    return <ErrorNote title={t('title')} advice={t(reason, { detail: unreadable.detail })} />;
  }
  const tooMuch = refusalFacts(props.error, 'too_much');
  const limit = LIMITS.find((known) => known === tooMuch?.what);
  if (tooMuch && limit)
    return <ErrorNote title={t('title')} advice={t(`too_much.${limit}`, { limit: tooMuch.limit })} />;
  return <ProblemNote error={props.error} />;
}
