import { PromiseForm } from '../features/next-steps/promise-form.tsx';
import { BoardPage } from '../features/pairings/board-page.tsx';
import { RoundScarcities } from '../features/rounds/round-scarcities.tsx';
import { WaitingReason } from '../features/rounds/waiting-reason.tsx';
import { WhatIfButton } from '../features/rounds/what-if-button.tsx';
import { RoundSettingsFields } from './round-settings.tsx';

/**
 * The board of a program, with the form that promises a next step to those who wait, and what its round knows: why they
 * wait, what would help, which mentors are short, and what-if.
 */
export function ProgramBoard() {
  return (
    <BoardPage
      promise={(requestIds, onDone) => <PromiseForm requestIds={requestIds} onDone={onDone} />}
      waiting={{
        reason: (roundId, one) => <WaitingReason roundId={roundId} person={one} />,
        shortage: (roundId) => <RoundScarcities roundId={roundId} />,
      }}
      whatIf={(roundId) => <WhatIfButton roundId={roundId} settings={RoundSettingsFields} />}
    />
  );
}
