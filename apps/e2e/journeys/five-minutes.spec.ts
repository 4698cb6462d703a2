import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { keystrokeLevel } from '../browser/keystroke-level.ts';
import { expect, test } from '../browser/test.ts';

/** What the first page promises: five minutes, by the keystroke-level model, for somebody who knows what to write. */
const PROMISED_SECONDS = 300;

/** A member with nothing but a name, signed in. An admin gives the way in, as in an agency. */
async function arrive(
  page: Page,
  signIn: (page: Page, email: string) => Promise<void>,
  who: { displayName: string; email: string; role: 'mentee' | 'mentor' },
): Promise<void> {
  await signIn(page, 'carla@demo.trellis.example');
  const ask = async (procedure: string, input: object) => {
    const answer = await page.request.post(`/trpc/${procedure}`, {
      headers: { 'x-idempotency-key': randomUUID() },
      data: input,
    });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()).result.data;
  };
  const { displayName, email, role } = who;
  const { memberId } = await ask('members.add', { displayName, email, roles: [role] });
  const { password } = await ask('members.giveSignIn', { memberId });
  await page.context().clearCookies();
  const answer = await page.request.post('/api/auth/sign-in/email', { data: { email, password } });
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** The parts of a profile that say something in a match, all of them. */
async function writeProfile(page: Page, hands: ReturnType<typeof keystrokeLevel>): Promise<void> {
  const field = (role: 'textbox' | 'combobox' | 'button', name: string) =>
    page.getByRole(role, { name, exact: true });
  await hands.decide(page.getByRole('link', { name: 'Profile', exact: true }));
  await hands.write(field('textbox', 'In one line'), 'Nurse, curious about data');
  await hands.write(field('textbox', 'About me'), 'Nine years on a ward. I like to explain things.');
  await hands.choose(field('combobox', 'Country'), 'germ');
  await hands.choose(field('combobox', 'Languages I speak'), 'germ', 'engl');
  await hands.write(field('textbox', 'Where I work now'), 'City hospital');
  await hands.choose(field('combobox', 'Skills'), 'nursing', 'public sp', 'excel');
  const levels = page.getByRole('combobox', { name: /^How well: / });
  for (let skill = 0; skill < 3; skill += 1) {
    await hands.answer(levels.nth(skill));
    await hands.decide(page.getByRole('option', { name: 'confident', exact: true }));
  }
  await hands.choose(field('combobox', 'Industries I have worked in'), 'hospitals');
  await hands.write(page.getByRole('textbox', { name: /^Years in / }), '9');
  await hands.decide(field('button', 'Add a step'));
  await hands.choose(field('combobox', 'Worked as'), 'nurse');
  await hands.choose(field('combobox', 'in the industry'), 'hospitals');
  await hands.write(field('textbox', 'Employer'), 'City hospital');
  await hands.write(field('textbox', 'From year'), '2015');
  const answers = page.getByRole('radiogroup');
  for (let item = 0; item < 7; item += 1) await hands.answer(answers.nth(item).getByRole('radio').nth(1));
  await expect(page.getByText(/^Saved/)).toBeVisible();

  await hands.decide(page.getByRole('link', { name: 'Hours', exact: true }));
  const cell = (name: string) => page.getByRole('gridcell', { name });
  await hands.drag(cell('Monday 5:00 PM'), cell('Friday 7:30 PM'));
  await hands.drag(cell('Saturday 9:00 AM'), cell('Saturday 12:30 PM'));
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await hands.decide(page.getByRole('link', { name: 'Next step', exact: true }));
}

/** Says what was measured, and holds the promise to it. */
function expectWithinPromise(who: string, hands: ReturnType<typeof keystrokeLevel>): void {
  const seconds = Math.round(hands.seconds());
  console.log(`${who}: ${hands.fields()} fields, ${seconds} s`, JSON.stringify(hands.counted()));
  expect(seconds).toBeLessThan(PROMISED_SECONDS);
}

test('a mentee writes a whole profile and request within five minutes', async ({ page, signIn }) => {
  test.slow();
  await arrive(page, signIn, {
    displayName: 'Quinn Fiveminutes',
    email: 'quinn.mentee@demo.trellis.example',
    role: 'mentee',
  });
  const hands = keystrokeLevel(page);
  const field = (role: 'textbox' | 'combobox' | 'button', name: string) =>
    page.getByRole(role, { name, exact: true });
  await page.goto('/me');
  await writeProfile(page, hands);
  await hands.decide(page.getByRole('button', { name: /^Look for a mentor in .*winter/ }));
  await hands.choose(field('combobox', 'I work as'), 'nurse');
  await hands.choose(field('combobox', 'In the industry'), 'hospitals');
  await hands.choose(field('combobox', 'I would like to work as'), 'data an');
  await hands.choose(field('combobox', 'In which industry'), 'digital h');
  await hands.choose(field('combobox', 'Goals'), 'change c', 'learn a');
  await hands.choose(field('combobox', 'Skills I would like to learn from somebody'), 'sql', 'python');
  await hands.write(
    field('textbox', 'In my own words'),
    'I would like to see how somebody else made this move.',
  );
  await hands.decide(field('button', 'I am ready'));
  await expect(page.getByText('You take part in the next round.')).toBeVisible();
  expectWithinPromise('mentee', hands);

  // Everything stayed, and the request is one step away from everywhere.
  await page.reload();
  await expect(field('combobox', 'I would like to work as')).toHaveValue('Data analyst');
  await page.getByRole('link', { name: 'Hours', exact: true }).click();
  await page.getByRole('link', { name: 'Request', exact: true }).click();
  await page.getByRole('button', { name: 'It has settled itself' }).click();
  await expect(page.getByRole('button', { name: 'Take it up again' })).toBeVisible();
});

test('a mentor writes a whole profile and offer within five minutes, and can close it again', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  test.slow();
  await arrive(page, signIn, {
    displayName: 'Robin Fiveminutes',
    email: 'robin.mentor@demo.trellis.example',
    role: 'mentor',
  });
  const hands = keystrokeLevel(page);
  const field = (role: 'textbox' | 'combobox' | 'button', name: string) =>
    page.getByRole(role, { name, exact: true });
  await page.goto('/me');
  await writeProfile(page, hands);
  await hands.decide(page.getByRole('button', { name: /^Be a mentor in .*winter/ }));
  await hands.answer(page.getByRole('radio', { name: /^I have room/ }));
  await hands.write(field('textbox', 'People at the same time'), '2');
  await expect(field('textbox', 'People at the same time')).toHaveValue('2');
  await hands.choose(field('combobox', 'Goals'), 'change c', 'gain c');
  await hands.choose(field('combobox', 'Skills'), 'nursing', 'public sp');
  await hands.choose(field('combobox', 'Industries'), 'hospitals');
  await hands.write(field('textbox', 'In my own words'), 'I ask a lot of questions, and I laugh easily.');
  await hands.decide(field('button', 'I am ready'));
  await expect(page.getByText('You take part in the next round.')).toBeVisible();
  expectWithinPromise('mentor', hands);

  await page.getByRole('link', { name: 'Hours', exact: true }).click();
  await page.getByRole('link', { name: 'Offer', exact: true }).click();
  await page.getByRole('button', { name: 'Close the offer' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Your offer is closed.' }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('You take part in the next round.')).toBeVisible();
  await page.getByRole('button', { name: 'Close the offer' }).click();
  await expect(page.getByRole('button', { name: 'Open it again' })).toBeVisible();
  await expectAccessible(page);
});
