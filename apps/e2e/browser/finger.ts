import type { Locator, Page } from '@playwright/test';

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** One finger on a touch screen: real touches by the browser's own protocol, so that scrolling and painting compete as they do on a phone. */
export async function fingerOn(page: Page) {
  const protocol = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Spot[]) =>
    protocol.send('Input.dispatchTouchEvent', { type, touchPoints });
  const glide = async (from: Spot, to: Spot, steps: number) => {
    for (let step = 1; step <= steps; step += 1) {
      const part = step / steps;
      await touch('touchMove', [{ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }]);
      await page.waitForTimeout(16);
    }
  };
  return {
    /** Goes down and at once along: what everybody does to scroll. */
    async swipe(from: Spot, to: Spot) {
      await touch('touchStart', [from]);
      await glide(from, to, 12);
      await touch('touchEnd', []);
      // Scrolling comes to rest.
      await page.waitForTimeout(600);
    },
    /** Goes down, rests, goes along, and stays there before it leaves (milliseconds). */
    async draw(from: Spot, to: Spot, stay = 0) {
      await touch('touchStart', [from]);
      await page.waitForTimeout(500);
      await glide(from, to, 20);
      await page.waitForTimeout(stay);
      await touch('touchEnd', []);
    },
    async tap(at: Spot) {
      await touch('touchStart', [at]);
      await touch('touchEnd', []);
    },
  };
}

/** The middle of what is there, in the window. */
export async function middleOf(target: Locator): Promise<Spot> {
  const box = await target.boundingBox();
  if (!box) throw new Error('It is not to be seen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
