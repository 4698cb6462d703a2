import { expect, test } from '../browser/test.ts';

test('a coordinator looks back on a program that is over, and on all of them', async ({ page, signIn }) => {
  await signIn(page, 'carla@demo.trellis.example');
  await page.goto('/programs');
  await page.getByRole('link', { name: 'New paths, spring' }).click();
  await page.getByRole('link', { name: 'What went on' }).click();
  await expect(page.getByText('16 pairings went on')).toBeVisible();
  await expect(page.getByText('12 did not', { exact: true })).toBeVisible();
  await expect(page.getByText('Those that went on shared more time.')).toBeVisible();
  await expect(page.getByText('No clear difference.').first()).toBeVisible();
  await expect(page.getByText(/^Too few to say: 0 that went on/)).toBeVisible();
  await expect(page.getByRole('img', { name: /^Shared time: how the values/ })).toBeVisible();
  // Groups only: nobody who was paired is named.
  await expect(page.getByText('Agnes')).toHaveCount(0);

  await expect(page.getByText('For none it is too early to say')).toBeVisible();
  await page.getByText('All programs').click();
  await expect(page.getByText(/^For \d+ it is too early to say/)).toBeVisible();

  await page.getByRole('link', { name: 'Try other weights in a what-if' }).click();
  await expect(page.getByRole('button', { name: 'What if …' })).toBeVisible();
});

test('a mentee has no such page', async ({ page, signIn }) => {
  await signIn(page, 'maya@demo.trellis.example');
  await page.goto('/programs/01900000-0000-7000-8000-000000000000/outcomes');
  await expect(page).not.toHaveURL(/outcomes/);
  await expect(page.getByRole('heading', { name: 'What went on' })).toHaveCount(0);
});
