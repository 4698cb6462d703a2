import type { Locator, Page } from '@playwright/test';

/** Seconds by Card, Moran and Newell (1980): a key by a typist of 40 words a minute, pointing, hand to the mouse or back, a thought. */
const SECONDS = { key: 0.28, point: 1.1, hand: 0.4, thought: 1.35 } as const;

/**
 * Fills a form in as somebody does who knows what to write, and counts what their hands and head do meanwhile. A thought goes
 * before each field and each choice in it; waiting for the system is left out.
 */
export function keystrokeLevel(page: Page) {
  const count = { key: 0, point: 0, hand: 0, thought: 0 };
  let fields = 0;
  let hand: 'mouse' | 'keys' = 'mouse';
  const onto = (where: typeof hand) => {
    if (hand !== where) count.hand += 1;
    hand = where;
  };
  const think = () => {
    count.thought += 1;
  };
  const click = async (target: Locator) => {
    onto('mouse');
    // A click is pointing and pressing the button.
    count.point += 1;
    count.key += 1;
    await target.click();
  };
  const type = async (text: string) => {
    onto('keys');
    count.key += text.length;
    await page.keyboard.type(text);
  };
  const press = async (key: string) => {
    onto('keys');
    count.key += 1;
    await page.keyboard.press(key);
  };
  return {
    /** Words into a field. */
    async write(field: Locator, text: string) {
      fields += 1;
      think();
      await click(field);
      await type(text);
    },
    /** One word of a list, or several: the first letters of each, and Enter. */
    async choose(field: Locator, ...beginnings: string[]) {
      fields += 1;
      await click(field);
      for (const beginning of beginnings) {
        think();
        await type(beginning);
        await press('Enter');
      }
    },
    /** A button, a link or one of a few ways. */
    async decide(target: Locator) {
      think();
      await click(target);
    },
    /** An answer that counts as a field: one of a few ways. */
    async answer(target: Locator) {
      fields += 1;
      think();
      await click(target);
    },
    /** From one place to another with the button held down. */
    async drag(from: Locator, to: Locator) {
      fields += 1;
      think();
      onto('mouse');
      count.point += 2;
      count.key += 2;
      await from.hover();
      await page.mouse.down();
      await to.hover();
      await page.mouse.up();
    },
    fields: () => fields,
    counted: () => ({ ...count }),
    /** How long all of it takes, in seconds. */
    seconds: () =>
      (Object.keys(count) as (keyof typeof count)[]).reduce(
        (sum, what) => sum + count[what] * SECONDS[what],
        0,
      ),
  };
}
