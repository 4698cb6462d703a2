import { expect, test } from '../browser/test.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('on a phone, a mentee reads what happens next, why these two, writes her request and names a wish', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  test.slow();
  await signIn(page, 'maya@demo.trellis.example');
  await page.goto('/me');
  await expect(page.getByRole('heading', { level: 1, name: /What happens next/ })).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(/pending/i);
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Open', exact: true }).first().click();
  await expect(page.getByRole('heading', { name: 'Why you two' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'A first conversation' })).toBeVisible();
  await expectAccessible(page);

  await page.goto('/me');
  await page.getByRole('button', { name: /^Look for a mentor/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /What I seek/ })).toBeVisible();
  await page.getByRole('textbox', { name: 'In my own words' }).fill('I would like to talk about tests.');
  await page.getByRole('combobox', { name: 'Goals' }).fill('change career');
  await page.getByRole('option', { name: 'Change career' }).click();
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'I am ready' }).click();
  await expect(page.getByText('You take part in the next round.')).toBeVisible();

  await page.getByRole('link', { name: 'Name mentors you would like to meet' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Whom would you like to meet?' })).toBeVisible();
  await expectAccessible(page);
});

test('on a phone, a mentor reads what happens next and says how many people he has room for', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn(page, 'tomasz@demo.trellis.example');
  await page.goto('/me');
  await page
    .getByRole('link', { name: /^What I give in/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /What I give/ })).toBeVisible();
  await page
    .getByRole('textbox', { name: 'In my own words' })
    .fill('Happy with people who think aloud and laugh.');
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await expectAccessible(page);
  await page.goto('/me/pairings');
  await expectAccessible(page);
});

test('members are kept out of the staff’s pages', async ({ page, signIn }) => {
  await signIn(page, 'maya@demo.trellis.example');
  await page.goto('/people');
  await expect(page).toHaveURL(/\/me/);
});
