import { expect, test } from '../browser/test.ts';

test('staff write a member’s profile, hours, request and wishes, inside their own pages, and the trail names them', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  test.slow();
  await signIn(page, 'carla@demo.trellis.example');
  await page.goto('/people');
  await page.getByRole('button', { name: 'Add a person' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Odalys Quinn');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('link', { name: 'Write the profile' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Profile of Odalys Quinn' })).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(/\b(my|I)\b career/i);
  await page.getByRole('textbox', { name: 'In one line' }).fill('Nurse, curious about data');
  // A word is found by whatever people call it.
  await page.getByRole('combobox', { name: 'Skills' }).fill('js');
  await expect(page.getByRole('option').first()).toHaveText(/^JavaScript/);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add a step' }).click();
  const step = page.getByRole('group', { name: 'Step 1' });
  await step.getByRole('combobox', { name: 'Worked as' }).fill('head of hr');
  await expect(page.getByRole('option').first()).toHaveText(/^HR manager/);
  await page.keyboard.press('Enter');
  await expect(step.getByRole('combobox', { name: 'Worked as' })).toHaveValue('HR manager');
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Mark their usual week' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Hours of Odalys Quinn' })).toBeVisible();
  await page.getByRole('gridcell', { name: 'Monday 9:00 AM' }).click();
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await expectAccessible(page);

  const wayBack = page.getByRole('navigation', { name: 'Where you are' });
  await wayBack.getByRole('link', { name: 'Odalys Quinn' }).click();
  await expect(page.getByText('Nurse, curious about data').first()).toBeVisible();
  await page.getByRole('button', { name: 'Begin something' }).click();
  await page
    .getByRole('menuitem', { name: /^A request in/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /^What Odalys Quinn seeks in/ })).toBeVisible();
  await page.getByRole('combobox', { name: 'Goals' }).fill('change career');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'They are ready' }).click();
  await expect(page.getByText('Takes part in the next round.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Name mentors they would like to meet' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Whom would Odalys/ })).toBeVisible();
  await expectAccessible(page);

  // The house is the staff’s all the way, and leads back to the request and the person.
  await wayBack.getByRole('link', { name: 'Request' }).click();
  await page.getByRole('button', { name: 'Not now' }).click();
  await expect(page.getByText('The request rests.').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Audit trail' })).toBeVisible();
  await wayBack.getByRole('link', { name: 'Odalys Quinn' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Odalys Quinn' })).toBeVisible();
  const trail = page.getByRole('region', { name: 'What was done' });
  await expect(trail.getByRole('listitem').filter({ hasText: /Carla.*changed the profile/ })).not.toHaveCount(
    0,
  );
});
