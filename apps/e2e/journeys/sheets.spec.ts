import { expect, test } from '../browser/test.ts';

/** A sheet as people keep them: headings in their words, lists in one cell, blanks. Nobody in it exists. */
const SHEET = [
  'Mentor ID;Disabled;Mentees this cycle;Country;Spoken languages;Areas;Mentorship focus',
  '1;False;2;United Kingdom;English;Nursing, Teaching;Career change',
  '2;False;0;Spain;English, Spanish;Nursing;Career change',
  '3;True;;other;English;Basket weaving;Find a job',
].join('\r\n');

test('a spreadsheet comes in through the browser, and a second time changes nothing', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn(page, 'carla@demo.trellis.example');
  const file = { name: `journey-${Date.now()}.csv`, mimeType: 'text/csv', buffer: Buffer.from(SHEET) };
  const choose = async () => {
    await page.goto('/import');
    await page.getByRole('radio', { name: /^Mentors/ }).check();
    await page.locator('input[type=file]').setInputFiles(file);
    await expect(page.getByRole('heading', { name: 'What will happen' })).toBeVisible();
  };

  await choose();
  await expect(page.getByRole('heading', { name: '2 values we do not know' })).toBeVisible();
  await expect(page.getByText(/Capacity is unknown for 1 and none for 1/)).toBeVisible();
  await expectAccessible(page);
  await page.getByText(/^To look at/).click();
  await expect(page.getByRole('cell', { name: 'other' })).toBeVisible();
  await page.getByRole('button', { name: 'Bring in 3 rows' }).click();
  await expect(page.getByRole('heading', { name: 'Brought in' })).toBeVisible();
  await expect(page.getByText(/^3 are new/)).toBeVisible();
  await expectAccessible(page);

  await choose();
  await expect(page.getByText(/Exactly this file was brought in/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Nothing to bring in' })).toBeDisabled();
});

test('a table of people is saved as a file, and brought back it changes nothing', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'carla@demo.trellis.example');
  await page.goto('/import');
  const waiting = page.waitForEvent('download');
  // The menu has a link of this name as well, and is there first.
  const section = page.getByRole('region', { name: 'Take it along' });
  await section.getByRole('link', { name: 'People', exact: true }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/^trellis-people-\d{4}-\d{2}-\d{2}\.csv$/);

  await page.getByRole('radio', { name: /^People/ }).check();
  await page.locator('input[type=file]').setInputFiles(await download.path());
  await expect(page.getByRole('heading', { name: 'What will happen' })).toBeVisible();
  await expect(page.getByText('Changed 0')).toBeVisible();
  await expect(page.getByText('Left out 0')).toBeVisible();
  await expect(page.getByText('To look at 0')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Nothing to bring in' })).toBeDisabled();
});
