import { SetupPage } from '../features/programs/setup-page.tsx';
import { NeverPair } from '../features/separations/never-pair.tsx';

/** The setup of a program, with the people who are never paired, which are the agency's. */
export function ProgramSetup() {
  return <SetupPage neverPair={(programId) => <NeverPair programId={programId} />} />;
}
