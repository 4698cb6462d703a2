import { expect, test } from '../browser/test.ts';

const PROGRAM = 'New paths, winter';

test('a coordinator sets weights with live effect, sees who is ready, presses Match and tries another setting', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn(page, 'carla@demo.trellis.example');
  await page.goto('/programs');
  await expectAccessible(page);
  await page.getByRole('link', { name: PROGRAM }).click();
  await expect(page.getByRole('heading', { name: 'Who is ready', level: 1 })).toBeVisible();
  await expect(page.getByText(/\d+ of \d+ ready/).first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Setup', exact: true }).click();
  const goals = page.getByText(/^Goals: .*counts \d+ of 100$/);
  await expect(goals).toBeVisible();
  const before = await goals.textContent();
  await page.getByRole('slider', { name: 'Skills' }).press('Home');
  await expect(goals).not.toHaveText(before ?? '');
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Rounds', exact: true }).click();
  await page.getByRole('button', { name: /^Match/ }).click();
  await expect(page.getByText('Proved best under your rules')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Go to the board' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'What if …' }).click();
  await expect(page.getByText('Nobody would meet anybody else.')).toBeVisible();
  const whatIf = page.getByRole('dialog');
  await whatIf.getByRole('slider', { name: 'Skills' }).press('Home');
  await whatIf.getByRole('slider', { name: 'Goals' }).press('Home');
  await whatIf.getByRole('slider', { name: 'Path' }).press('Home');
  await whatIf.getByRole('slider', { name: 'Industries' }).press('Home');
  await expect(whatIf.getByText(/would meet somebody else/).first()).toBeVisible();
  await expectAccessible(page);
});
