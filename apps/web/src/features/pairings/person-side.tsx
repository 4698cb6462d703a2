import { Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import type { PersonSide as Side } from '@trellis/domain/pairings/views';
import { useLocale, useTranslations } from 'use-intl';
import { InitialsAvatar } from '../../ui/initials-avatar.tsx';
import { TextLink } from '../../ui/links.tsx';
import styles from './board.module.css';

interface Word {
  readonly key: string;
  readonly text: string;
  readonly shared: boolean;
}

/** One of the two people: what they said, with what both share marked. */
export function PersonSide(props: { side: Side; place: 'mentee' | 'mentor' }) {
  const t = useTranslations('pairings.side');
  const locale = useLocale();
  const { side } = props;
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  const place = side.country && /^[A-Z]{2}$/.test(side.country) ? countries.of(side.country) : side.country;
  return (
    <Stack gap="md">
      <Group gap="sm" wrap="nowrap">
        <InitialsAvatar name={side.name} />
        <div>
          <TextLink to="/people/$memberId" params={{ memberId: side.memberId }} fw={650} size="lg">
            {side.name}
          </TextLink>
          <Text size="sm" c="dimmed">
            {[t(props.place), place].filter(Boolean).join(' · ')}
          </Text>
        </div>
      </Group>
      {side.headline && <Text>{side.headline}</Text>}
      {side.note && (
        <Text fs="italic" style={{ whiteSpace: 'pre-line' }}>
          {t('quote', { text: side.note })}
        </Text>
      )}
      <dl className={styles.facts}>
        <Fact name={t('towards')} text={side.towards} />
        <Words
          name={t(props.place === 'mentee' ? 'goals' : 'helpsWith')}
          words={side.goals.map(({ id, name, shared }) => ({ key: id, text: name, shared }))}
        />
        <Words
          name={t('skills')}
          words={side.skills.map((skill) => ({
            key: skill.id,
            text:
              props.place === 'mentee' && skill.wanted
                ? t('wanted', { skill: skill.name })
                : skill.level === null
                  ? skill.name
                  : t('level', { skill: skill.name, level: skill.level }),
            shared: skill.shared,
          }))}
        />
        <Words
          name={t('industries')}
          words={side.industries.map(({ id, name, shared, years }) => ({
            key: id,
            text: years === null ? name : t('years', { industry: name, years }),
            shared,
          }))}
        />
        <Words
          name={t('languages')}
          words={side.languages.map(({ tag, shared }) => ({
            key: tag,
            text: languages.of(tag) ?? tag,
            shared,
          }))}
        />
        {side.career.length > 0 && (
          <div>
            <dt>{t('career')}</dt>
            <dd>
              {side.career.map((step) => (
                <Text size="sm" key={`${step.occupation} ${step.industry} ${step.fromYear}`}>
                  {[step.occupation, step.industry].filter(Boolean).join(', ')}{' '}
                  <Text span c="dimmed" size="sm">
                    {step.fromYear !== null &&
                      t('span', {
                        from: String(step.fromYear),
                        to: step.toYear === null ? t('today') : String(step.toYear),
                      })}
                  </Text>
                </Text>
              ))}
            </dd>
          </div>
        )}
      </dl>
    </Stack>
  );
}

function Fact(props: { name: string; text: string | null }) {
  if (!props.text) return null;
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.text}</dd>
    </div>
  );
}

function Words(props: { name: string; words: readonly Word[] }) {
  const t = useTranslations('pairings.side');
  if (props.words.length === 0) return null;
  const inOrder = [...props.words].sort((a, b) => Number(b.shared) - Number(a.shared));
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        <ul className={styles.words}>
          {inOrder.map(({ key, text, shared }) => (
            <li key={key} className={styles.word} data-shared={shared || undefined}>
              {text}
              {shared && <VisuallyHidden> ({t('shared')})</VisuallyHidden>}
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}
