import { expect, test } from '../browser/test.ts';

test('a mentee writes the profile as one types, and decides who sees what', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn(page, 'maya@demo.trellis.example');
  await page.goto('/me/profile');
  await page.getByRole('textbox', { name: 'About me', exact: true }).fill('I teach, and I listen.');
  await page.getByRole('combobox', { name: 'Who sees this? About me' }).click();
  await page.getByRole('option', { name: 'Only I see this' }).click();
  await page.getByRole('radio', { name: 'Very much: I like a plan' }).check();
  await page.getByRole('button', { name: 'Add a step' }).click();
  const step = page.getByRole('group', { name: 'Step 1' });
  await step.getByRole('textbox', { name: 'From year' }).fill('2020');
  await step.getByRole('textbox', { name: 'To year' }).fill('2010');
  await expect(step.getByText('Ends before it begins.')).toBeVisible();
  await step.getByRole('textbox', { name: 'To year' }).fill('2022');
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'See it as others do' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('2020–2022')).toBeVisible();
  await expect(dialog.getByText('I teach, and I listen.')).toBeHidden();
  await expectAccessible(page);

  await page.reload();
  await expect(page.getByRole('textbox', { name: 'About me', exact: true })).toHaveValue(
    'I teach, and I listen.',
  );
  await expect(page.getByRole('radio', { name: 'Very much: I like a plan' })).toBeChecked();
});

test('the usual week is painted with the mouse and the keyboard, also over midnight', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn(page, 'maya@demo.trellis.example');
  await page.goto('/me/hours');
  await page.getByRole('button', { name: 'Clear all' }).click();
  const words = page.getByRole('region', { name: 'In words' });
  const cell = (name: string) => page.getByRole('gridcell', { name });
  await cell('Monday 10:30 AM').evaluate((one) => one.scrollIntoView({ block: 'center' }));
  await cell('Monday 9:00 AM').hover();
  await page.mouse.down();
  await cell('Tuesday 10:30 AM').hover();
  await page.mouse.up();
  await expect(words.getByText('9:00 AM to 11:00 AM')).toHaveCount(2);

  // Late on Sunday: where the week ends, the cell is the last one.
  await cell('Sunday 11:00 PM').click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Space');
  await expect(cell('Sunday 11:00 PM')).toHaveAttribute('aria-selected', 'false');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Space');
  await expect(words.getByText('11:00 PM to 12:00 AM')).toBeVisible();

  await page.getByRole('button', { name: 'Copy Monday to Tue–Fri' }).click();
  await expect(words.getByText('9:00 AM to 11:00 AM')).toHaveCount(5);
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(words.getByText('9:00 AM to 11:00 AM')).toHaveCount(5);
});
