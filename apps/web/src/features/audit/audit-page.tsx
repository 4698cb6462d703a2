import { Select } from '@mantine/core';
import { AUDIT_SUBJECTS, type AuditSubject } from '@trellis/domain/audit/inputs';
import { scopeOf } from '@trellis/domain/members/policy';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useMemberSession } from '../../api/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { CheckTrail } from './check-trail.tsx';
import { Trail } from './trail.tsx';

/** Who did what, when and why; nobody can change it afterwards. */
export function AuditPage() {
  const t = useTranslations('audit');
  const { member } = useMemberSession();
  const [subject, setSubject] = useState<AuditSubject | null>(null);
  if (scopeOf(member, 'audit.read') === null) {
    return (
      <Page title={t('title')} lead={t('lead')}>
        <EmptyState title={t('forAdminsTitle')}>{t('forAdmins')}</EmptyState>
      </Page>
    );
  }
  return (
    <Page title={t('title')} lead={t('lead')} width="wide">
      <CheckTrail />
      <Select
        label={t('about')}
        placeholder={t('everything')}
        clearable
        maw={320}
        mb="md"
        data={AUDIT_SUBJECTS.map((value) => ({ value, label: t(`subjects.${value}`) }))}
        value={subject}
        onChange={(value) => setSubject(AUDIT_SUBJECTS.find((known) => known === value) ?? null)}
      />
      <Trail subject={subject} memberId={null} />
    </Page>
  );
}
