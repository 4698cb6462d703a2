import { Trail } from '../features/audit/trail.tsx';
import { PersonPage } from '../features/members/person-page.tsx';
import { ProfileSheet } from '../features/profiles/profile-sheet.tsx';

/** One person with what they say about themselves and what was done. */
export function Person() {
  return (
    <PersonPage
      profile={(person) => <ProfileSheet profile={person.profile} />}
      trail={(memberId) => <Trail subject={null} memberId={memberId} />}
    />
  );
}
