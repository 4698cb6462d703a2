import { expect, test } from '../browser/test.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [screen, width] of [
    ['desktop', 1280],
    ['phone', 390],
  ] as const) {
    test(`the first page, ${colorScheme} on a ${screen}: can be read by everybody and nothing complains`, async ({
      page,
      expectAccessible,
    }) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme });
      await page.goto('/');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, 'pixels wider than the screen').toBeLessThanOrEqual(0);
      expect(complaints).toEqual([]);
    });
  }
}
