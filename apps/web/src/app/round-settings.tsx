import { Stack } from '@mantine/core';
import { ObjectiveField, RuleFields, WeightFields } from '../features/programs/settings-fields.tsx';
import type { SettingsFields } from '../features/rounds/settings-fields.ts';

/** A program's settings as its setup shows them, for trying them out on a round. */
export const RoundSettingsFields: SettingsFields = ({ value, onChange }) => (
  <Stack gap="xl">
    <ObjectiveField value={value.objective} onChange={(objective) => onChange({ ...value, objective })} />
    <WeightFields value={value.weights} onChange={(weights) => onChange({ ...value, weights })} />
    <RuleFields value={value.rules} onChange={(rules) => onChange({ ...value, rules })} />
  </Stack>
);
