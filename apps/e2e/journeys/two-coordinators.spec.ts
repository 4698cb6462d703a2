import { expect, test } from '../browser/test.ts';

const PROGRAM = 'New paths, winter';

test('two coordinators decide at once, see each other, and publish with a next step for everybody', async ({
  page,
  browser,
  baseURL,
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
  await page.getByRole('link', { name: 'Board', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Why these two' })).toBeVisible();
  await expectAccessible(page);

  const elsewhere = await browser.newContext({ ...(baseURL ? { baseURL } : {}) });
  const noah = await elsewhere.newPage();
  await signIn(noah, 'noah@demo.trellis.example');
  await noah.goto(page.url());
  const first = page.getByRole('list', { name: 'Board' }).getByRole('listitem').first();
  const sameForNoah = noah.getByRole('list', { name: 'Board' }).getByRole('listitem').first();
  await expect(sameForNoah).toContainText('To decide');

  // By keyboard: approve the one that is open. The other screen hears of it by itself.
  await page.keyboard.press('a');
  await expect(first).toContainText('Approved');
  await expect(sameForNoah).toContainText('Approved');
  await elsewhere.close();

  // Others for either side, with what a swap would change.
  await page.keyboard.press('s');
  await expect(page.getByRole('region', { name: 'Others' })).toBeVisible();
  await expect(page.getByText(/would meet|costs nobody|Nobody else|is promised/).first()).toBeVisible();
  await expectAccessible(page);

  // Taken back, then everything at once.
  await page.keyboard.press('u');
  await expect(first).toContainText('To decide');
  await page.getByRole('button', { name: 'Select all' }).click();
  await page.getByRole('button', { name: 'Approve', exact: true }).first().click();
  await expect(first).toContainText('Approved');
  await page.getByText('Cards', { exact: true }).click();
  await expectAccessible(page);
  await page.getByText('List', { exact: true }).click();

  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('These people would hear nothing')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Publish now' })).toBeDisabled();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: /^Promise it/ }).click();
  await expect(dialog.getByText('These people would hear nothing')).toBeHidden();
  await dialog.getByRole('button', { name: 'Publish now' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('combobox', { name: 'Show' }).click();
  await page.getByRole('option', { name: 'Published' }).click();
  await expect(page.getByText('Being asked').first()).toBeVisible();
  await page.goto('/today');
  await expect(page.getByText('What is promised')).toBeVisible();
  await expectAccessible(page);
});
