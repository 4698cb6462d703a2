import { NumberInput, Stack, Switch } from '@mantine/core';
import { OBJECTIVES, type Objective } from '@trellis/domain/programs/kinds';
import { CRITERIA, type RuleSettings, type Weights } from '@trellis/domain/programs/settings';
import { useTranslations } from 'use-intl';
import { ChoiceCards } from '../../ui/choice-cards.tsx';
import { ImportanceSliders } from '../../ui/importance-sliders.tsx';

/** Each way a round can be best, in a sentence. */
export function ObjectiveField(props: { value: Objective; onChange: (value: Objective) => void }) {
  const t = useTranslations('programs');
  return (
    <ChoiceCards
      label={t('setup.objective')}
      options={OBJECTIVES.map((value) => ({
        value,
        label: t(`objective.${value}.label`),
        detail: t(`objective.${value}.detail`),
      }))}
      value={props.value}
      onChange={props.onChange}
    />
  );
}

/** What counts how much. */
export function WeightFields(props: { value: Weights; onChange: (value: Weights) => void }) {
  const t = useTranslations('programs');
  return (
    <ImportanceSliders
      items={CRITERIA.map((key) => ({
        key,
        label: t(`criterion.${key}.label`),
        hint: t(`criterion.${key}.hint`),
      }))}
      values={props.value}
      onChange={props.onChange}
    />
  );
}

/** First values of a limit that is switched on. */
const FIRST_HOURS = 6;
const FIRST_MINUTES = 30;

/** What must never happen; a limit is off, or has a number. */
export function RuleFields(props: { value: RuleSettings; onChange: (value: RuleSettings) => void }) {
  const t = useTranslations('programs');
  const { value, onChange } = props;
  return (
    <Stack gap="md">
      {(['sharedLanguage', 'refuseSameEmployer'] as const).map((rule) => (
        <Switch
          key={rule}
          label={t(`rule.${rule}.label`)}
          description={t(`rule.${rule}.detail`)}
          checked={value[rule]}
          onChange={(event) => onChange({ ...value, [rule]: event.currentTarget.checked })}
        />
      ))}
      <LimitField
        label={t('rule.maxTimeZoneHours.label')}
        detail={t('rule.maxTimeZoneHours.detail')}
        unit={t('rule.hours')}
        most={14}
        step={0.5}
        first={FIRST_HOURS}
        value={value.maxTimeZoneHours}
        onChange={(maxTimeZoneHours) => onChange({ ...value, maxTimeZoneHours })}
      />
      <LimitField
        label={t('rule.minSharedMinutes.label')}
        detail={t('rule.minSharedMinutes.detail')}
        unit={t('rule.minutes')}
        most={10_080}
        step={15}
        first={FIRST_MINUTES}
        value={value.minSharedMinutes}
        onChange={(minutes) =>
          onChange({ ...value, minSharedMinutes: minutes === null ? null : Math.round(minutes) })
        }
      />
    </Stack>
  );
}

function LimitField(props: {
  label: string;
  detail: string;
  unit: string;
  most: number;
  step: number;
  first: number;
  value: number | null;
  onChange: (value: number | null) => void;
}) {
  return (
    <div>
      <Switch
        label={props.label}
        description={props.detail}
        checked={props.value !== null}
        onChange={(event) => props.onChange(event.currentTarget.checked ? props.first : null)}
      />
      {props.value !== null && (
        <NumberInput
          mt="xs"
          ml={50}
          maw={220}
          label={props.unit}
          min={0}
          max={props.most}
          step={props.step}
          clampBehavior="strict"
          value={props.value}
          onChange={(value) => typeof value === 'number' && props.onChange(value)}
        />
      )}
    </div>
  );
}
