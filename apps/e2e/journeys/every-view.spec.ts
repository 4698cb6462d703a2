import { expect, test } from '../browser/test.ts';

/** Addresses that need no id; the others are walked by the journeys of their own. */
const VIEWS = [
  [
    'carla@demo.trellis.example',
    ['/today', '/people', '/programs', '/import', '/taxonomy', '/audit', '/settings'],
  ],
  ['tomasz@demo.trellis.example', ['/me', '/me/profile', '/me/hours', '/me/pairings', '/me/settings']],
] as const;

for (const [email, paths] of VIEWS) {
  for (const path of paths) {
    test(`${path} can be read by everybody, in light and in dark`, async ({
      page,
      signIn,
      expectAccessible,
    }) => {
      test.slow();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      await signIn(page, email);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.getByText('This page cannot be shown right now')).toBeHidden();
        await expectAccessible(page);
      }
      expect(faults).toEqual([]);
    });
  }
}
