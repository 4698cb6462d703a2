import { fingerOn, middleOf } from '../browser/finger.ts';
import { expect, test } from '../browser/test.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('on a phone, the usual week is painted with a finger, and the page still scrolls', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  test.slow();
  await signIn(page, 'maya@demo.trellis.example');
  await page.goto('/me/hours');
  const grid = page.getByRole('grid');
  const frame = grid.locator('..');
  const words = page.getByRole('region', { name: 'In words' });
  const cell = (name: string) => page.getByRole('gridcell', { name });
  const scrolled = async () => ({
    page: await page.evaluate(() => window.scrollY),
    frame: await frame.evaluate((box) => box.scrollTop),
  });
  await page.getByRole('button', { name: 'Clear all' }).tap();
  await expect(words.getByText('Nothing said yet.')).toBeVisible();
  const finger = await fingerOn(page);
  const settle = async (name: string) => {
    await frame.evaluate((box) => box.scrollIntoView({ block: 'end' }));
    await cell(name).evaluate((one) => one.scrollIntoView({ block: 'center' }));
  };

  await test.step('a long drag paints, and nothing scrolls meanwhile', async () => {
    await settle('Monday 11:00 AM');
    const before = await scrolled();
    await finger.draw(await middleOf(cell('Monday 9:00 AM')), await middleOf(cell('Wednesday 12:30 PM')));
    await expect(words.getByText('9:00 AM to 1:00 PM')).toHaveCount(3);
    expect(await scrolled()).toEqual(before);
  });

  await test.step('sideways it paints at once', async () => {
    const before = await scrolled();
    await finger.swipe(await middleOf(cell('Thursday 11:00 AM')), await middleOf(cell('Saturday 11:00 AM')));
    await expect(words.getByText('11:00 AM to 11:30 AM')).toHaveCount(3);
    expect(await scrolled()).toEqual(before);
  });

  await test.step('a tap turns one half hour', async () => {
    await finger.tap(await middleOf(cell('Friday 11:00 AM')));
    await expect(words.getByText('11:00 AM to 11:30 AM')).toHaveCount(2);
  });

  await test.step('a swipe on cells, and beside them, scrolls and paints nothing', async () => {
    const said = await words.textContent();
    const start = await scrolled();
    const onCells = await middleOf(cell('Monday 11:00 AM'));
    await finger.swipe(onCells, { x: onCells.x, y: onCells.y - 160 });
    const after = await scrolled();
    expect(after.frame + after.page).toBeGreaterThan(start.frame + start.page + 80);
    const beside = await middleOf(page.getByRole('rowheader', { name: '2 PM', exact: true }));
    await finger.swipe(beside, { x: beside.x, y: beside.y + 160 });
    const back = await scrolled();
    expect(back.frame + back.page).toBeLessThan(after.frame + after.page - 80);
    expect(await words.textContent()).toBe(said);
  });

  await test.step('the page itself scrolls where there are no cells', async () => {
    await page.evaluate(() => window.scrollTo(0, 0));
    const heading = await middleOf(page.getByRole('heading', { level: 1 }));
    await finger.swipe({ x: heading.x, y: heading.y + 200 }, { x: heading.x, y: heading.y });
    expect((await scrolled()).page).toBeGreaterThan(80);
  });

  await test.step('near the edge it scrolls on, as far as the day goes', async () => {
    await page.getByRole('button', { name: 'Clear all' }).tap();
    await settle('Sunday 4:00 PM');
    const from = await middleOf(cell('Sunday 4:00 PM'));
    const box = await frame.boundingBox();
    await finger.draw(from, { x: from.x, y: (box?.y ?? 0) + (box?.height ?? 0) - 4 }, 2_500);
    await expect(words.getByText('4:00 PM to 12:00 AM')).toBeVisible();
  });

  await test.step('a finger that rests at the edge draws where it is, no further', async () => {
    await page.getByRole('button', { name: 'Clear all' }).tap();
    const box = await frame.boundingBox();
    const edge = {
      x: (await middleOf(page.getByRole('columnheader', { name: 'Tue' }))).x,
      y: (box?.y ?? 0) + (box?.height ?? 0) - 20,
    };
    const before = await scrolled();
    await finger.draw(edge, edge, 500);
    expect(await scrolled()).toEqual(before);
  });

  await test.step('the keyboard paints as well', async () => {
    await cell('Monday 9:00 AM').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Space');
    await expect(page.getByText(/^Saved/)).toBeVisible();
    await expectAccessible(page);
  });
});

test('what stands alone is large enough for a finger', async ({ page, signIn }) => {
  test.slow();
  await signIn(page, 'tomasz@demo.trellis.example');
  const pages = [
    ['/me', 'Yours'],
    ['/me/profile', 'My boundaries'],
    ['/me/hours', 'In words'],
  ] as const;
  for (const [path, last] of pages) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: last })).toBeVisible();
    const small = await page.evaluate(() =>
      [
        ...document.querySelectorAll(
          'nav a, main a[data-variant], main button:not([class*="Pill"], [tabindex="-1"])',
        ),
      ]
        .map((one) => ({
          name: one.getAttribute('aria-label') ?? one.textContent,
          box: one.getBoundingClientRect(),
        }))
        .filter(({ box }) => box.height > 0 && Math.min(box.width, box.height) < 44)
        .map(({ name }) => name),
    );
    expect(small, path).toEqual([]);
  }
});
