import type { Page } from '@playwright/test';
import { expect, test } from '../browser/test.ts';

/** Addresses that need no id, or only a program's, named instead; the others are walked by the journeys of their own. */
const VIEWS = [
  [
    'carla@demo.trellis.example',
    [
      '/today',
      '/people',
      '/programs',
      '/programs/New paths, spring/outcomes',
      '/programs/New paths, winter/outcomes',
      '/import',
      '/taxonomy',
      '/audit',
      '/settings',
    ],
  ],
  ['tomasz@demo.trellis.example', ['/me', '/me/profile', '/me/hours', '/me/pairings', '/me/settings']],
] as const;

/** The address with the program's id in the place of its name. */
async function addressOf(page: Page, path: string): Promise<string> {
  const [, name, rest] = /^\/programs\/([^/]+)\/(.+)$/.exec(path) ?? [];
  if (name === undefined) return path;
  await page.goto('/programs');
  const href = await page.getByRole('link', { name }).getAttribute('href');
  return `/programs/${href?.split('/')[2]}/${rest}`;
}

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
      const address = await addressOf(page, path);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.getByText('This page cannot be shown right now')).toBeHidden();
        await expectAccessible(page);
      }
      expect(faults).toEqual([]);
    });
  }
}
