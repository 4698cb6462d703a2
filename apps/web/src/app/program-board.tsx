import { PromiseForm } from '../features/next-steps/promise-form.tsx';
import { BoardPage } from '../features/pairings/board-page.tsx';

/** The board of a program, with the form that promises a next step to those who wait. */
export function ProgramBoard() {
  return (
    <BoardPage promise={(requestIds, onDone) => <PromiseForm requestIds={requestIds} onDone={onDone} />} />
  );
}
