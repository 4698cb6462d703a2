import { RoundPage } from '../features/rounds/round-page.tsx';
import { RoundsPage } from '../features/rounds/rounds-page.tsx';
import { RoundSettingsFields } from './round-settings.tsx';

/** The rounds of a program. */
export function ProgramRounds() {
  return <RoundsPage settings={RoundSettingsFields} />;
}

/** One of them. */
export function ProgramRound() {
  return <RoundPage settings={RoundSettingsFields} />;
}
