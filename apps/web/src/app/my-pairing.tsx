import { SeenHours } from '../features/availability/seen-hours.tsx';
import { MyPairingPage } from '../features/my-pairings/my-pairing-page.tsx';

/** A pairing of mine, with the other one's hours on my clock. */
export function MyPairing() {
  return <MyPairingPage hours={(memberId) => <SeenHours memberId={memberId} />} />;
}
