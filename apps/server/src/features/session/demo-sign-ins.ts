import type { DemoSignIns } from '@trellis/domain/members/session';

const PASSWORD = 'trellis-demo-2026';

/** One sign-in for each kind of person, and two coordinators, so that two can decide at once. */
export const demoSignIns: DemoSignIns = [
  { email: 'carla@demo.trellis.example', password: PASSWORD, label: 'Carla, coordinator and admin' },
  { email: 'noah@demo.trellis.example', password: PASSWORD, label: 'Noah, coordinator' },
  { email: 'maya@demo.trellis.example', password: PASSWORD, label: 'Maya, mentee' },
  { email: 'tomasz@demo.trellis.example', password: PASSWORD, label: 'Tomasz, mentor' },
];
