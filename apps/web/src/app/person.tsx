import { Stack } from '@mantine/core';
import { Trail } from '../features/audit/trail.tsx';
import { SeenHoursWords } from '../features/availability/seen-hours.tsx';
import { PersonPage } from '../features/members/person-page.tsx';
import { ProfileSheet } from '../features/profiles/profile-sheet.tsx';

/** One person with what they say about themselves and what was done. */
export function Person() {
  return (
    <PersonPage
      profile={(person) => (
        <Stack>
          <ProfileSheet profile={person.profile} />
          {person.profile.hours.length > 0 && <SeenHoursWords memberId={person.id} />}
        </Stack>
      )}
      trail={(memberId) => <Trail subject={null} memberId={memberId} />}
    />
  );
}
