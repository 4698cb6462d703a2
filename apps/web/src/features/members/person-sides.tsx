import { Button, Menu, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { scopeOf } from '@trellis/domain/members/policy';
import type { PersonView } from '@trellis/domain/members/views';
import { useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { useMemberSession } from '../../api/session.ts';
import { TextLink } from '../../ui/links.tsx';
import { Section } from '../../ui/section.tsx';

/** What somebody seeks and gives, each to open; and what could be begun for them. */
export function PersonSides(props: { person: PersonView }) {
  const t = useTranslations('members');
  const { id: memberId, requests, offers, status } = props.person;
  return (
    <Section title={t('sides')} {...(requests.length + offers.length === 0 ? { lead: t('noSides') } : {})}>
      <Stack gap="xs">
        {requests.map(({ id, program, status: now }) => (
          <Text key={id}>
            {t.rich('seeks', {
              program,
              status: t(`requestStatuses.${now}`),
              link: (words) => (
                <TextLink to="/people/$memberId/request/$requestId" params={{ memberId, requestId: id }}>
                  {words}
                </TextLink>
              ),
            })}
          </Text>
        ))}
        {offers.map(({ id, program, status: now }) => (
          <Text key={id}>
            {t.rich('gives', {
              program,
              status: t(`offerStatuses.${now}`),
              link: (words) => (
                <TextLink to="/people/$memberId/offer/$offerId" params={{ memberId, offerId: id }}>
                  {words}
                </TextLink>
              ),
            })}
          </Text>
        ))}
        {status === 'active' && <Begin person={props.person} />}
      </Stack>
    </Section>
  );
}

/** Begins a request or an offer for somebody, in the mentoring programs that are open and where they have none yet. */
function Begin(props: { person: PersonView }) {
  const t = useTranslations('members.begin');
  const { member } = useMemberSession();
  const navigate = useNavigate();
  const { id: memberId, requests, offers } = props.person;
  const programs = useQuery(trpc.programs.list.queryOptions());
  const seek = useMutation(
    trpc.requests.start.mutationOptions({
      onSuccess: ({ requestId }) =>
        navigate({ to: '/people/$memberId/request/$requestId', params: { memberId, requestId } }),
    }),
  );
  const give = useMutation(
    trpc.offers.start.mutationOptions({
      onSuccess: ({ offerId }) =>
        navigate({ to: '/people/$memberId/offer/$offerId', params: { memberId, offerId } }),
    }),
  );
  const seeking = new Set(requests.flatMap((one) => (one.status === 'withdrawn' ? [] : [one.program])));
  const giving = new Set(offers.map(({ program }) => program));
  const open = (programs.data ?? []).filter(
    ({ status, kind, name }) => status === 'open' && kind === 'mentoring' && !giving.has(name),
  );
  const toSeek = open.filter(({ name }) => !seeking.has(name));
  if (open.length === 0 || scopeOf(member, 'requests.change') !== 'agency') return null;
  return (
    <div>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default" mt="xs" loading={seek.isPending || give.isPending}>
            {t('open')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {toSeek.map(({ id: programId, name }) => (
            <Menu.Item key={`seek ${programId}`} onClick={() => seek.mutate({ programId, memberId })}>
              {t('request', { program: name })}
            </Menu.Item>
          ))}
          {open.map(({ id: programId, name }) => (
            <Menu.Item key={`give ${programId}`} onClick={() => give.mutate({ programId, memberId })}>
              {t('offer', { program: name })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ProblemNote error={seek.error ?? give.error} />
    </div>
  );
}
