import { Button, Group, NumberInput, Paper, Stack, TextInput } from '@mantine/core';
import type { CareerStepId, TermId } from '@trellis/domain/ids';
import { MOST_CAREER_STEPS } from '@trellis/domain/profiles/inputs';
import type { ProfileView } from '@trellis/domain/profiles/views';
import type { TermKind } from '@trellis/domain/taxonomy/kinds';
import { useTranslations } from 'use-intl';
import { v4 as uuid } from 'uuid';
import type { useTerms } from '../../api/use-terms.ts';
import { TagSelect } from '../../ui/tag-select.tsx';
import type { ProfileDraft } from './use-profile-draft.ts';

type Step = ProfileView['career'][number];

const runsBackwards = ({ fromYear, toYear }: Step): boolean =>
  fromYear !== null && toYear !== null && toYear < fromYear;
const isYear = (year: number | null): boolean => year === null || (year >= 1900 && year <= 2100);
const canSave = (step: Step): boolean => isYear(step.fromYear) && isYear(step.toYear) && !runsBackwards(step);

/** The way so far, step by step, newest first. */
export function CareerSteps(props: { draft: ProfileDraft; terms: ReturnType<typeof useTerms> }) {
  const t = useTranslations('profiles');
  const { draft, terms } = props;
  const { career } = draft.profile;
  // Half a year number is no year: it is shown, and saved once it can be one.
  const keep = (steps: Step[]) =>
    steps.every(canSave) ? draft.set({ career: steps }) : draft.show({ career: steps });
  const change = (id: CareerStepId, part: Partial<Step>) =>
    keep(career.map((step) => (step.id === id ? { ...step, ...part } : step)));
  const choose = (step: Step, part: 'occupationId' | 'industryId', kind: TermKind) => (
    <TagSelect
      label={t(`${draft.whose.voice}.${part}`)}
      options={terms.options(kind)}
      value={step[part]}
      onChange={(id) => change(step.id, { [part]: id as TermId | null })}
    />
  );
  const year = (step: Step, part: 'fromYear' | 'toYear') => (
    <NumberInput
      label={t(part)}
      {...(part === 'toYear' ? { placeholder: t('untilToday') } : {})}
      min={1900}
      max={2100}
      clampBehavior="blur"
      allowDecimal={false}
      thousandSeparator=""
      hideControls
      value={step[part] ?? ''}
      error={part === 'toYear' && runsBackwards(step) ? t('yearsBackwards') : null}
      onChange={(value) => change(step.id, { [part]: typeof value === 'number' ? value : null })}
      maw={140}
    />
  );
  return (
    <Stack gap="sm">
      {career.map((step, place) => (
        <Paper
          key={step.id}
          component="fieldset"
          withBorder
          p="md"
          m={0}
          aria-label={t('stepNumber', { number: place + 1 })}
        >
          <Stack gap="sm">
            <Group grow align="start" preventGrowOverflow={false}>
              {choose(step, 'occupationId', 'occupation')}
              {choose(step, 'industryId', 'industry')}
            </Group>
            <Group align="start">
              {!draft.keptBack('employer') && (
                <TextInput
                  label={t(`${draft.whose.voice}.fields.employer`)}
                  maxLength={200}
                  value={step.employer ?? ''}
                  onChange={(event) => change(step.id, { employer: event.currentTarget.value })}
                  style={{ flex: '1 1 14rem' }}
                />
              )}
              {year(step, 'fromYear')}
              {year(step, 'toYear')}
            </Group>
            <Group justify="flex-end">
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t('removeStep', { number: place + 1 })}
                onClick={() => keep(career.filter(({ id }) => id !== step.id))}
              >
                {t('remove')}
              </Button>
            </Group>
          </Stack>
        </Paper>
      ))}
      {career.length < MOST_CAREER_STEPS && (
        <Group>
          <Button variant="default" onClick={() => keep([blankStep(), ...career])}>
            {t('addStep')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

const blankStep = (): Step => ({
  id: uuid() as CareerStepId,
  occupationId: null,
  industryId: null,
  employer: null,
  fromYear: null,
  toYear: null,
});
