import {
  Badge,
  Button,
  Group,
  SimpleGrid,
  Space,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { MemberId, OfferId, RequestId } from '@trellis/domain/ids';
import { MOST_WISHES, type SaveWishes } from '@trellis/domain/wishes/inputs';
import type { MentorCard, WishList } from '@trellis/domain/wishes/views';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { useMemberSession } from '../../api/session.ts';
import { useReasonWords } from '../../api/use-reason-words.ts';
import { useTerms } from '../../api/use-terms.ts';
import { useWhose, type Whose } from '../../api/whose.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { InitialsAvatar } from '../../ui/initials-avatar.tsx';
import { TextLink } from '../../ui/links.tsx';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import { Page } from '../../ui/page.tsx';
import { RankList } from '../../ui/rank-list.tsx';
import { ReasonList } from '../../ui/reason-list.tsx';
import { SaveState } from '../../ui/save-state.tsx';
import { Section } from '../../ui/section.tsx';
import { useAutosave } from '../../ui/use-autosave.ts';
import styles from './wishes.module.css';

/** Mentors who have room, and the up to five I would most like to meet. */
export function WishesPage() {
  const t = useTranslations('wishes');
  const { member } = useMemberSession();
  const requestId = useParams({ from: '/mine/me/request/$requestId/wishes' }).requestId as RequestId;
  return (
    <WishesOf
      memberId={member.id}
      requestId={requestId}
      wayBack={() => [
        <TextLink key="request" to="/me/request/$requestId" params={{ requestId }}>
          {t('back')}
        </TextLink>,
      ]}
    />
  );
}

/**
 * Wishes to write down: one's own, or for staff somebody's on their behalf.
 * @param props.memberId whose pages one is on, until the list says whose it is
 * @param props.wayBack links to the pages above, given the person's name
 */
export function WishesOf(props: {
  memberId: MemberId;
  requestId: RequestId;
  wayBack: (name: string) => ReactNode[];
}) {
  const t = useTranslations('wishes');
  const { requestId } = props;
  // Read anew at each visit: a list that begins with yesterday's wishes would write them back.
  const list = useQuery({
    ...trpc.wishes.browse.queryOptions({ requestId }),
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const name = list.data?.memberName ?? '';
  const whose = useWhose(list.data?.memberId ?? props.memberId, name);
  return (
    <Page
      title={list.data ? t(`${whose.voice}.title`, { name }) : t('wishes')}
      lead={t(`${whose.voice}.lead`)}
      width="wide"
      breadcrumbs={props.wayBack(name)}
    >
      <ProblemNote error={list.error} onRetry={() => void list.refetch()} />
      <LoadingRegion loading={list.isPending} shape="cards">
        {list.data && <Wishes key={requestId} list={list.data} whose={whose} />}
      </LoadingRegion>
    </Page>
  );
}

type Wish = WishList['wishes'][number];

/** So many mentors at a time: those with most in common come first. */
const PAGE = 12;

function Wishes(props: { list: WishList; whose: Whose }) {
  const t = useTranslations('wishes');
  const { list, whose } = props;
  const { voice } = whose;
  const terms = useTerms();
  const [wishes, setWishes] = useState<readonly Wish[]>(list.wishes);
  const [search, setSearch] = useState('');
  const [most, setMost] = useState(PAGE);
  const save = useMutation(trpc.wishes.save.mutationOptions());
  const { saving, change } = useAutosave<SaveWishes>((input) => save.mutateAsync(input));
  const keep = (next: readonly Wish[]) => {
    setWishes(next);
    change({ requestId: list.requestId, wishes: next.map(({ offerId, line }) => ({ offerId, line })) });
  };
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = list.mentors.filter((mentor) => {
    const said = [
      mentor.name,
      mentor.headline,
      ...[...mentor.skills, ...mentor.goals, ...mentor.industries].flatMap(terms.spellings),
    ]
      .join(' ')
      .toLowerCase();
    return words.every((word) => said.includes(word));
  });
  return (
    <Stack gap="lg">
      <Section title={t(`${voice}.wishes`)} lead={t('lineLead')}>
        <SaveState saving={saving} />
        <Space h="xs" />
        {wishes.length === 0 ? (
          <Text c="dimmed" mt="sm">
            {t('noneYet')}
          </Text>
        ) : (
          <RankList
            label={t(`${voice}.wishes`)}
            items={wishes.map(({ offerId, mentor, line }) => ({
              id: offerId,
              label: mentor,
              detail: (
                <Textarea
                  label={t('why', { name: mentor })}
                  autosize
                  maxLength={300}
                  value={line ?? ''}
                  onChange={(event) => {
                    const text = event.currentTarget.value;
                    keep(
                      wishes.map((one) =>
                        one.offerId === offerId ? { ...one, line: text === '' ? null : text } : one,
                      ),
                    );
                  }}
                />
              ),
            }))}
            onReorder={(ids) => keep(ids.flatMap((id) => wishes.filter(({ offerId }) => offerId === id)))}
            onRemove={(id) => keep(wishes.filter(({ offerId }) => offerId !== id))}
          />
        )}
      </Section>
      <div>
        <Title order={2} size="h3" mb="sm">
          {t('browse')}
        </Title>
        <TextInput
          label={t('search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          maw={360}
          mb="md"
        />
        {shown.length === 0 ? (
          <EmptyState title={t('nobody')}>{t('nobodyAdvice')}</EmptyState>
        ) : (
          <SimpleGrid component="ul" cols={{ base: 1, sm: 2 }} className={styles.list}>
            {shown.slice(0, most).map((mentor) => (
              <Mentor
                key={mentor.offerId}
                mentor={mentor}
                whose={whose}
                terms={list.terms}
                wished={wishes.some(({ offerId }) => offerId === mentor.offerId)}
                full={wishes.length >= MOST_WISHES}
                onWish={() =>
                  keep([...wishes, { offerId: mentor.offerId as OfferId, mentor: mentor.name, line: null }])
                }
              />
            ))}
          </SimpleGrid>
        )}
        {shown.length > most && (
          <Group justify="center" mt="md">
            <Button variant="default" onClick={() => setMost(most + PAGE)}>
              {t('more')}
            </Button>
          </Group>
        )}
      </div>
    </Stack>
  );
}

function Mentor(props: {
  mentor: MentorCard;
  whose: Whose;
  terms: WishList['terms'];
  wished: boolean;
  full: boolean;
  onWish: () => void;
}) {
  const t = useTranslations('wishes');
  const { mentor } = props;
  const { voice, name } = props.whose;
  const say = useReasonWords(props.terms, voice === 'mine' ? 'mentee' : 'staff');
  const nameOf = new Map<string, string>(props.terms.map(({ id, name }) => [id, name]));
  const skills = mentor.skills.slice(0, 6).flatMap((id) => nameOf.get(id) ?? []);
  return (
    <li className={styles.card}>
      <Group gap="sm" wrap="nowrap">
        <InitialsAvatar name={mentor.name} />
        <div>
          <Text fw={650} component="h3" size="lg">
            {mentor.name}
          </Text>
          {mentor.headline && <Text c="dimmed">{mentor.headline}</Text>}
        </div>
      </Group>
      {mentor.bridge && (
        <Badge variant="light" color="clay" tt="none">
          {t('bridge')}
        </Badge>
      )}
      {mentor.note && <Text fs="italic">{t('quote', { text: mentor.note })}</Text>}
      {mentor.reasons.length > 0 && (
        <ReasonList
          label={t(`${voice}.reasons`, { name: mentor.name })}
          reasons={mentor.reasons.slice(0, 3).map((reason) => ({
            id: reason.code,
            kind: reason.code === 'bridge' ? 'news' : 'shared',
            text: say(reason, { mentee: name, mentor: mentor.name }),
          }))}
        />
      )}
      {skills.length > 0 && (
        <Text size="sm" c="dimmed">
          {skills.join(' · ')}
        </Text>
      )}
      <Button
        variant={props.wished ? 'light' : 'default'}
        disabled={props.wished || props.full}
        onClick={props.onWish}
        aria-label={t(`${voice}.wishFor`, { name: mentor.name })}
        w="fit-content"
      >
        {t(`${voice}.${props.wished ? 'wished' : 'wish'}`)}
      </Button>
    </li>
  );
}
