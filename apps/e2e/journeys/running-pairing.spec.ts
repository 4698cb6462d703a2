import type { Page } from '@playwright/test';
import { expect, test } from '../browser/test.ts';

const PROGRAM = 'New paths, autumn';
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

test('two go on, one of them takes a break until a day, and staff see it and take it up again', async ({
  page,
  browser,
  baseURL,
  signIn,
  expectAccessible,
}) => {
  test.slow();
  const phone = await browser.newContext({ ...(baseURL ? { baseURL } : {}), ...PHONE });
  const onPhone = async (email: string, other: string): Promise<Page> => {
    const member = await phone.newPage();
    await signIn(member, email);
    await member.goto('/me/pairings');
    await member.getByRole('link', { name: other }).click();
    await expect(member.getByRole('heading', { level: 1, name: `You and ${other}` })).toBeVisible();
    return member;
  };
  const maya = await onPhone('maya@demo.trellis.example', 'Tomasz Nowak');
  await maya.getByRole('button', { name: 'Go on', exact: true }).click();
  await expect(maya.getByRole('button', { name: 'Go on', exact: true })).toBeHidden();
  const tomasz = await onPhone('tomasz@demo.trellis.example', 'Maya Lindner');
  await tomasz.getByRole('button', { name: 'Go on', exact: true }).click();
  await tomasz.getByRole('button', { name: 'Take a break …' }).click();
  await tomasz.getByLabel('Go on again on').fill('2030-02-11');
  await expectAccessible(tomasz);
  await tomasz.getByRole('button', { name: 'Take a break; Maya Lindner hears of it' }).click();
  await expect(tomasz.getByText(/^You are taking a break until February 11, 2030/)).toBeVisible();
  await phone.close();

  await signIn(page, 'carla@demo.trellis.example');
  await page.goto('/programs');
  await page.getByRole('link', { name: PROGRAM }).click();
  await page.getByRole('link', { name: 'Board', exact: true }).click();
  await page.getByRole('combobox', { name: 'Show' }).click();
  await page.getByRole('option', { name: 'Published', exact: true }).click();
  await page.getByRole('textbox', { name: 'Find a person' }).fill('maya');
  const row = page.getByRole('list', { name: 'Board', exact: true }).getByRole('listitem');
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('It rests until February 11.');
  await row.getByRole('button').first().click();
  const running = page.getByRole('region', { name: 'While it runs' });
  await running.getByRole('button', { name: 'Take it up again' }).click();
  await expect(row).toContainText('Under way');

  // Staff may let it rest as well, when one of the two asks for it.
  await running.getByRole('button', { name: 'Let it rest …' }).click();
  await running.getByLabel('Go on again on').fill('2030-01-07');
  await expectAccessible(page);
  await running.getByRole('button', { name: 'Let it rest', exact: true }).click();
  await expect(row).toContainText('It rests until January 7.');
  await running.getByRole('button', { name: 'Take it up again' }).click();
  await expect(row).toContainText('Under way');
});
