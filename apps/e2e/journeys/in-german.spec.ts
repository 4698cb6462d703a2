import type { Page } from '@playwright/test';
import { standsOut } from '../browser/fits.ts';
import { englishOn } from '../browser/languages.ts';
import { accessibilityProblems, expect, test } from '../browser/test.ts';

const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/g;
/** Addresses that are not a page, or end the session. */
const NOT_PAGES = /^\/(api|trpc|export)/;

/** Who walks, from where, and the kinds of pages that must have been met on the way. */
const WALKS = [
  [
    'carla@demo.trellis.example',
    ['/today', '/people', '/import', '/taxonomy', '/audit', '/settings'],
    [
      '/people/:id',
      '/people/:id/profile',
      '/programs',
      '/programs/:id/setup',
      '/programs/:id/ready',
      '/programs/:id/rounds',
      '/programs/:id/rounds/:id',
      '/programs/:id/board',
    ],
  ],
  ['maya@demo.trellis.example', ['/me', '/me/settings'], ['/me/profile', '/me/hours', '/me/request/:id']],
  ['tomasz@demo.trellis.example', ['/me', '/me/pairings'], ['/me/offer/:id']],
] as const;

test.use({ locale: 'de-DE', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

for (const [email, starts, expected] of WALKS) {
  test(`every page ${email} can reach is German, fits on a phone and can be read by everybody`, async ({
    page,
    signIn,
  }) => {
    test.setTimeout(240_000);
    await signIn(page, email);
    await page.addInitScript(() => window.localStorage.setItem('trellis-locale', 'de'));
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const waiting: string[] = [...starts];
    const seen = new Set<string>(waiting.map(kindOf));
    const faults: string[] = [];
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      await expect(page.locator('html')).toHaveAttribute('lang', 'de');
      const kind = kindOf(new URL(page.url()).pathname);
      const found = [
        // The agency's own terms are what they are, and may be a word of ours.
        ...(await englishOn(page))
          .filter((text) => kind !== '/taxonomy' || text.includes(' '))
          .map((text) => `English: ${text}`),
        ...(await standsOut(page)).map((what) => `too wide: ${what}`),
        ...(await accessibilityProblems(page)),
      ];
      faults.push(...found.map((fault) => `${kind}: ${fault}`));
      for (const link of await linksOn(page)) {
        if (seen.has(kindOf(link))) continue;
        seen.add(kindOf(link));
        waiting.push(link);
      }
    }
    expect(faults).toEqual([]);
    expect([...seen]).toEqual(expect.arrayContaining([...expected]));
  });
}

test('signing in is German too', async ({ page }) => {
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await englishOn(page)).toEqual([]);
  expect(await standsOut(page)).toEqual([]);
  expect(await accessibilityProblems(page)).toEqual([]);
});

/** Pages that differ by an id only are one kind, and one of it is walked to. */
const kindOf = (path: string): string => path.replace(ID, ':id');

const linksOn = async (page: Page): Promise<string[]> => {
  const links = await page
    .locator('a[href^="/"]')
    .evaluateAll((all) => all.map((one) => new URL((one as HTMLAnchorElement).href).pathname));
  return [...new Set(links)].filter((link) => !NOT_PAGES.test(link));
};
