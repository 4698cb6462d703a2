import { Button, Stack } from '@mantine/core';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import { StepsGuide } from '../../ui/steps-guide.tsx';
/** What stands where nothing is, where something failed, and where one waits. */
export function NotesSection() {
  return (
    <Stack>
      <EmptyState title="Nobody is here yet" action={<Button>Import people</Button>}>
        Bring in your spreadsheet; you will see everything before it is saved.
      </EmptyState>
      <ErrorNote
        title="Something went wrong on our side"
        advice="Nothing was changed. Try again in a moment."
        reference="01J-7QK"
        onRetry={() => {}}
      />
      <LoadingRegion loading label="Loading people…">
        {null}
      </LoadingRegion>
      <LoadingRegion loading label="Matching 298 people…" progress={0.4} shape="cards">
        {null}
      </LoadingRegion>
      <StepsGuide
        label="What happens next"
        steps={[
          { id: '1', title: 'Your profile is complete', state: 'done' },
          {
            id: '2',
            title: 'Name up to five people you would like to meet',
            detail: 'It is a wish, and it helps us choose.',
            state: 'now',
            action: <Button>Choose people</Button>,
          },
          { id: '3', title: 'We introduce you', detail: 'By December 12 at the latest.', state: 'later' },
        ]}
      />
    </Stack>
  );
}
