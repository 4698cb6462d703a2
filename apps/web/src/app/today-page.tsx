import { Space } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { useMemberSession } from '../api/session.ts';
import { OpenSteps } from '../features/next-steps/open-steps.tsx';
import { ButtonLink } from '../ui/links.tsx';
import { Page } from '../ui/page.tsx';
import { StepsGuide } from '../ui/steps-guide.tsx';

/** The first page of staff: the way from a list of people to approved pairings. */
export function TodayPage() {
  const t = useTranslations('shell.today');
  const { member } = useMemberSession();
  const firstName = member.displayName.split(' ')[0] ?? member.displayName;
  return (
    <Page title={t('title', { name: firstName })} lead={t('lead')}>
      <OpenSteps />
      <Space h="xl" />
      <StepsGuide
        label={t('steps')}
        steps={[
          {
            id: 'import',
            title: t('import'),
            detail: t('importDetail'),
            action: <ButtonLink to="/import">{t('importAction')}</ButtonLink>,
          },
          {
            id: 'program',
            title: t('program'),
            detail: t('programDetail'),
            action: (
              <ButtonLink to="/programs" variant="default">
                {t('programAction')}
              </ButtonLink>
            ),
          },
          { id: 'round', title: t('round'), detail: t('roundDetail') },
          { id: 'board', title: t('board'), detail: t('boardDetail') },
        ]}
      />
    </Page>
  );
}
