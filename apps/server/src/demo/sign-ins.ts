import type { DemoSignIns } from '@trellis/domain/members/session';

const PASSWORD = 'trellis-demo-2026';

/** Two coordinators, so that two can decide at once, a mentee who waits, a mentee and a mentor who met. */
export const demoSignIns: DemoSignIns = [
  { email: 'carla@demo.trellis.example', password: PASSWORD, label: 'Carla, coordinator and admin' },
  { email: 'noah@demo.trellis.example', password: PASSWORD, label: 'Noah, coordinator' },
  { email: 'maya@demo.trellis.example', password: PASSWORD, label: 'Maya, mentee' },
  { email: 'tomasz@demo.trellis.example', password: PASSWORD, label: 'Tomasz, mentor' },
];
