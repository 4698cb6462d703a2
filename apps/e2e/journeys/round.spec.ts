import { expect, test } from '../browser/test.ts';

const PROGRAM = 'New paths, winter';

test('a coordinator sets weights with live effect, sees who is ready, presses Match and tries another setting', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  test.slow();
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
  await expect(whatIf.getByRole('button', { name: 'Keep' })).toBeDisabled();
  await whatIf.getByRole('slider', { name: 'Skills' }).press('Home');
  await whatIf.getByRole('slider', { name: 'Goals' }).press('Home');
  await whatIf.getByRole('slider', { name: 'Path' }).press('Home');
  await whatIf.getByRole('slider', { name: 'Industries' }).press('Home');
  await expect(whatIf.getByText(/would meet somebody else/).first()).toBeVisible();
  await expect(whatIf.getByText(/^By the weights you try: total fit/)).toBeVisible();
  await expect(whatIf.getByRole('table', { name: /side by side/ })).toBeVisible();
  await expectAccessible(page);
  await whatIf.getByRole('button', { name: 'Drop it' }).click();
  await expect(whatIf).toBeHidden();
});

test('a coordinator tries another mentor and one more seat on the board, and keeps the seat', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  test.slow();
  await signIn(page, 'carla@demo.trellis.example');
  await page.goto('/programs');
  await page.getByRole('link', { name: PROGRAM }).click();
  await page.getByRole('link', { name: 'Rounds', exact: true }).click();
  await page.getByRole('button', { name: /^Match/ }).click();
  await expect(page.getByText('Proved best under your rules')).toBeVisible();
  await page.getByRole('link', { name: 'Go to the board' }).click();
  await expect(page.getByRole('heading', { name: 'Board', level: 1 })).toBeVisible();
  // Whoever waits: why, what would help, and which mentors are short.
  await expect(page.getByText(/^The \d+ mentors allowed have \d+ seats/).first()).toBeVisible();
  await page
    .getByRole('button', { name: /^What would help .+\?$/ })
    .first()
    .click();
  await expect(page.getByText('The smallest change')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What is short' })).toBeVisible();
  await expect(page.getByText(/^\d+ more mentors of any kind/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'What if …' }).click();
  const whatIf = page.getByRole('dialog');

  await whatIf.getByRole('tab', { name: 'More mentors' }).click();
  await whatIf.getByRole('checkbox', { name: 'weekday evenings' }).check();
  await expectAccessible(page);
  await whatIf.getByRole('button', { name: 'Add to the what-if' }).click();
  await expect(whatIf.getByText(/gains? a mentor/).first()).toBeVisible();
  await expect(whatIf.getByText(/^new: weekday evenings/).first()).toBeVisible();
  await expect(whatIf.getByText(/cannot be kept/)).toBeVisible();
  await whatIf.getByRole('button', { name: /^Take out/ }).click();
  await expect(whatIf.getByText('Nobody would meet anybody else.')).toBeVisible();

  await whatIf.getByRole('tab', { name: 'Seats', exact: true }).click();
  await whatIf.getByRole('combobox', { name: 'Change the seats of' }).click();
  await page.getByRole('option').filter({ hasText: 'seat' }).first().click();
  await expect(whatIf.getByText(/^\d+ more served/)).toBeVisible();
  await expectAccessible(page);
  await whatIf.getByRole('button', { name: 'Keep' }).click();
  await expect(whatIf.getByText(/^Kept: the program and the offers are saved/)).toBeVisible();
  await whatIf.getByRole('button', { name: 'Match again' }).click();
  await expect(whatIf).toBeHidden();
});
