import { Badge, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { MemberId } from '@trellis/domain/ids';
import { scopeOf } from '@trellis/domain/members/policy';
import type { PersonView } from '@trellis/domain/members/views';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { useMemberSession } from '../../api/session.ts';
import { FieldHint } from '../../ui/field-hint.tsx';
import { ButtonLink, TextLink } from '../../ui/links.tsx';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './members.module.css';
import { PersonContact } from './person-contact.tsx';
import { PersonLeaving } from './person-leaving.tsx';
import { PersonRoles } from './person-roles.tsx';
import { PersonSides } from './person-sides.tsx';
import { PersonSignIn } from './person-sign-in.tsx';

/**
 * One person, for staff.
 * @param props.profile shows what they say about themselves
 * @param props.trail shows what was done to them, for those who may read it
 */
export function PersonPage(props: {
  profile: (person: PersonView) => ReactNode;
  trail: (memberId: MemberId) => ReactNode;
}) {
  const t = useTranslations('members');
  const memberId = useParams({ from: '/staff/people/$memberId' }).memberId as MemberId;
  const { member } = useMemberSession();
  const person = useQuery(trpc.members.one.queryOptions({ memberId }));
  const mayChange = scopeOf(member, 'members.change') === 'agency' && person.data?.status !== 'erased';
  const mayWrite = scopeOf(member, 'profiles.change') === 'agency' && person.data?.status !== 'erased';
  const mayReadTrail = scopeOf(member, 'audit.read') === 'agency';
  return (
    <Page
      title={person.data?.displayName ?? t('person')}
      lead={person.data?.profile.headline}
      width="wide"
      breadcrumbs={[
        <TextLink key="people" to="/people">
          {t('title')}
        </TextLink>,
      ]}
    >
      <ProblemNote error={person.error} onRetry={() => void person.refetch()} />
      <LoadingRegion loading={person.isPending}>
        {person.data && (
          <div className={styles.columns}>
            <Stack gap="lg">
              <Section title={t('profile')} lead={t('profileLead')}>
                {props.profile(person.data)}
                {person.data.hidden.length > 0 && (
                  <FieldHint kind="seen">
                    {t('hidden', {
                      fields: person.data.hidden.map((field) => t(`fields.${field}`)).join(', '),
                    })}
                  </FieldHint>
                )}
                {mayWrite && <WriteFor person={person.data} />}
              </Section>
              <PersonSides person={person.data} />
              {mayReadTrail && <Section title={t('trail')}>{props.trail(memberId)}</Section>}
            </Stack>
            <Stack gap="lg">
              <Standing person={person.data} />
              {mayChange && (
                <>
                  <PersonContact key={`${person.data.id} contact`} person={person.data} />
                  <PersonRoles key={person.data.roles.join()} person={person.data} />
                  <PersonSignIn key={`${person.data.id} sign-in`} person={person.data} />
                  <PersonLeaving key={`${person.data.id} leaving`} person={person.data} />
                </>
              )}
            </Stack>
          </div>
        )}
      </LoadingRegion>
    </Page>
  );
}

function WriteFor(props: { person: PersonView }) {
  const t = useTranslations('members');
  const { id: memberId, hidden } = props.person;
  return (
    <Group mt="md">
      <ButtonLink to="/people/$memberId/profile" params={{ memberId }} variant="default">
        {t('writeProfile')}
      </ButtonLink>
      {!hidden.includes('hours') && (
        <ButtonLink to="/people/$memberId/hours" params={{ memberId }} variant="default">
          {t('markHours')}
        </ButtonLink>
      )}
    </Group>
  );
}

function Standing(props: { person: PersonView }) {
  const t = useTranslations('members');
  const format = useFormatter();
  const { person } = props;
  return (
    <Section title={t('standing')}>
      <Group gap="xs" mb="sm">
        <Badge variant="light" color={person.status === 'active' ? 'trellis' : 'gray'}>
          {t(`statuses.${person.status}`)}
        </Badge>
        {person.roles.map((role) => (
          <Badge key={role} variant="default">
            {t(`roles.${role}`)}
          </Badge>
        ))}
      </Group>
      <Text size="sm" c="dimmed">
        {t('since', { day: format.dateTime(new Date(person.createdAt), { dateStyle: 'long' }) })}
      </Text>
      {person.email && (
        <Text size="sm" c="dimmed">
          {person.email}
        </Text>
      )}
      {person.sourceRef && (
        <Text size="sm" c="dimmed">
          {t('sourceRef', { ref: person.sourceRef })}
        </Text>
      )}
    </Section>
  );
}
