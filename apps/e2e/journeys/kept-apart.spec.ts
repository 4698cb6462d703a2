import { expect, test } from '../browser/test.ts';

const PROGRAM = 'New paths, autumn';

test('two who know of their pairing are not kept apart before it is ended, and that is said', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn(page, 'carla@demo.trellis.example');
  await page.goto('/programs');
  await page.getByRole('link', { name: PROGRAM }).click();
  await page.getByRole('link', { name: 'Setup', exact: true }).click();
  const choose = async (label: string, name: string) => {
    await page.getByRole('combobox', { name: label, exact: true }).fill(name);
    await page.getByRole('option', { name, exact: true }).click();
  };
  await choose('One person', 'Maya Lindner');
  await choose('The other person', 'Tomasz Nowak');
  await page.getByRole('button', { name: 'Keep them apart' }).click();
  await expect(page.getByRole('alert')).toContainText('End that one on the board first');
  await expectAccessible(page);
});
