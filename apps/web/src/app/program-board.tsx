import { PromiseForm } from '../features/next-steps/promise-form.tsx';
import { BoardPage } from '../features/pairings/board-page.tsx';
import { WhatIfButton } from '../features/rounds/what-if-button.tsx';
import { RoundSettingsFields } from './round-settings.tsx';

/** The board of a program, with the form that promises a next step to those who wait, and what-if on its round. */
export function ProgramBoard() {
  return (
    <BoardPage
      promise={(requestIds, onDone) => <PromiseForm requestIds={requestIds} onDone={onDone} />}
      whatIf={(roundId) => <WhatIfButton roundId={roundId} settings={RoundSettingsFields} />}
    />
  );
}
