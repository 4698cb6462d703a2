import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../browser/test.ts';

const PROGRAM = 'New paths, winter';

const rowsOf = (page: Page): Locator =>
  page.getByRole('list', { name: 'Board', exact: true }).getByRole('listitem');
const show = async (page: Page, what: string) => {
  await page.getByRole('combobox', { name: 'Show' }).click();
  await page.getByRole('option', { name: what, exact: true }).click();
};
/** Where short news is read out. */
const readOut = (page: Page): Locator => page.locator('[aria-live="polite"][aria-atomic="true"]');

/** Runs a round and opens its board, as Carla. */
const matchAndOpen = async (page: Page) => {
  await page.goto('/programs');
  await page.getByRole('link', { name: PROGRAM }).click();
  await page.getByRole('link', { name: 'Rounds', exact: true }).click();
  await page.getByRole('button', { name: /^Match/ }).click();
  await expect(page.getByText('Proved best under your rules')).toBeVisible();
  await page.getByRole('link', { name: 'Board', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Why these two' })).toBeVisible();
};

test('two coordinators decide at once, see each other, and take back what nobody has changed since', async ({
  page,
  browser,
  baseURL,
  signIn,
  expectAccessible,
}) => {
  test.slow();
  await signIn(page, 'carla@demo.trellis.example');
  await matchAndOpen(page);
  // The two weeks as a picture that says the same in words.
  await expect(page.getByRole('img', { name: /^A week on a clock of .+/ })).toBeVisible();
  await expectAccessible(page);

  const elsewhere = await browser.newContext({ ...(baseURL ? { baseURL } : {}) });
  const noah = await elsewhere.newPage();
  await signIn(noah, 'noah@demo.trellis.example');
  await noah.goto(page.url());
  const first = rowsOf(page).first();
  const sameForNoah = rowsOf(noah).first();
  await expect(sameForNoah).toContainText('To decide');

  // By keyboard: approve the one that is open. The other screen hears of it by itself, and by whom; nothing moves there.
  const search = noah.getByRole('textbox', { name: 'Find a person' });
  await search.focus();
  await page.keyboard.press('a');
  await expect(first).toContainText('Approved');
  await expect(sameForNoah).toContainText('Approved');
  await expect(sameForNoah).toContainText('Carla Reyes approved this a moment ago');
  await expect(readOut(noah)).toContainText('Carla Reyes approved this a moment ago');
  await expect(search).toBeFocused();
  await expectAccessible(noah);

  // What Noah changes since, Carla cannot undo any more, and hears why.
  await sameForNoah.getByRole('button').first().click();
  await noah.getByRole('button', { name: 'Take approval back' }).click();
  await expect(first).toContainText('Noah Fischer opened this again a moment ago');
  await page.keyboard.press('u');
  await expect(page.getByText('Noah Fischer has changed this since. It now says: To decide.')).toBeVisible();
  await elsewhere.close();

  // Others for either side, with what a swap would change.
  await page.keyboard.press('s');
  await expect(page.getByRole('region', { name: 'Others' })).toBeVisible();
  await expect(page.getByText(/would meet|costs nobody|Nobody else|is promised/).first()).toBeVisible();

  // And about anybody else: why not this one.
  await page.getByRole('combobox', { name: /^Why not somebody else for / }).click();
  await page.getByRole('option').first().click();
  const whyNot = page.getByRole('region', { name: 'Others' }).getByRole('status');
  await expect(whyNot).toContainText(
    /would meet|costs nobody|is promised|took no part|The rules keep them apart/,
  );
  await expectAccessible(page);

  // Each decision of this session can be taken back, in its row or one after the other by key.
  await rowsOf(page).nth(1).getByRole('button').first().click();
  await page.keyboard.press('a');
  await page.keyboard.press('a');
  await expect(rowsOf(page).nth(1)).toContainText('Approved');
  await expect(rowsOf(page).nth(2)).toContainText('Approved');
  await rowsOf(page)
    .nth(1)
    .getByRole('button', { name: /^Undo: / })
    .click();
  await expect(rowsOf(page).nth(1)).toContainText('To decide');
  await page.keyboard.press('u');
  await expect(rowsOf(page).nth(2)).toContainText('To decide');
});

test('a coordinator finds by reasons, publishes some and then the others, with a next step for everybody', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  test.slow();
  await signIn(page, 'carla@demo.trellis.example');
  await matchAndOpen(page);
  // Found by kinds of reasons; the address remembers it.
  const everything = await rowsOf(page).count();
  await page.getByRole('checkbox', { name: 'Shared time' }).press('Space');
  await expect(page).toHaveURL(/because=time/);
  await expect.poll(() => rowsOf(page).count()).toBeLessThan(everything);
  await page.reload();
  await expect(page.getByRole('checkbox', { name: 'Shared time' })).toBeChecked();
  await expectAccessible(page);
  await page.getByRole('checkbox', { name: 'Shared time' }).press('Space');
  await expect(page).not.toHaveURL(/because/);

  // A pair by hand: the dialog is closed again, nothing happened.
  await page.getByRole('button', { name: 'Pair by hand' }).click();
  await expect(page.getByRole('dialog', { name: 'Pair two people by hand' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  // Everything at once, and two of them go out first.
  await page.getByRole('button', { name: 'Select all' }).click();
  await page.getByRole('button', { name: 'Approve', exact: true }).first().click();
  await expect(rowsOf(page).first()).toContainText('Approved');
  await page.getByText('Cards', { exact: true }).click();
  await expectAccessible(page);
  await page
    .getByRole('button', { name: /^Look at / })
    .first()
    .click();
  await expect(page.getByRole('dialog', { name: 'This pairing' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'When both are free' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByText('List', { exact: true }).click();
  for (const n of [0, 1]) await rowsOf(page).nth(n).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Publish these 2' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('2 pairings go out to the people.')).toBeVisible();
  await expect(dialog.getByText('These people would hear nothing')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Publish now' })).toBeDisabled();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: /^Promise it/ }).click();
  await expect(dialog.getByText('These people would hear nothing')).toBeHidden();
  await dialog.getByRole('button', { name: 'Publish now' }).click();
  await expect(dialog).toBeHidden();

  // The board says what became of them: who was asked, until when, and what comes next.
  await expect(page).toHaveURL(/show=published/);
  const story = page.getByRole('region', { name: 'What became of it' });
  await expect(story).toContainText(/was asked on .+ and may answer until/);
  await expect(story).toContainText('A reminder goes out on');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'End this pairing' }).click();
  await page.getByRole('textbox', { name: 'Why does it end?' }).fill('They moved away.');
  await page.getByRole('button', { name: 'End it', exact: true }).click();
  await expect(story).toContainText('Carla Reyes ended it on');
  await expect(story).toContainText('They moved away.');
  await expect(story).toContainText('Next for');
  await expectAccessible(page);

  // The others were told nothing yet; they follow.
  await show(page, 'Approved');
  await expect(rowsOf(page).first()).toContainText('Approved');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await dialog.getByRole('button', { name: 'Publish now' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Being asked').first()).toBeVisible();
  await page.goto('/today');
  await expect(page.getByText('What is promised')).toBeVisible();
  await expectAccessible(page);
});
