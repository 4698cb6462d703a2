import type { Objective } from '@trellis/domain/programs/kinds';
import type { RuleSettings, Weights } from '@trellis/domain/programs/settings';
import type { ReactNode } from 'react';

export interface RoundSettings {
  objective: Objective;
  weights: Weights;
  rules: RuleSettings;
}

/** The fields of a program's settings, given by the app, since they are the programs' and rounds only try them out. */
export type SettingsFields = (props: {
  value: RoundSettings;
  onChange: (value: RoundSettings) => void;
}) => ReactNode;
