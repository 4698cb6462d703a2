import type { Page } from '@playwright/test';

/** What stands out over the edge of the screen, widest first; empty when nothing has to be scrolled sideways. */
export const standsOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    // Inside of what scrolls by itself (a table), anything may be wide.
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== document.body &&
      element !== document.documentElement &&
      (/(auto|scroll|hidden|clip)/.test(getComputedStyle(element).overflowX) ||
        scrolls(element.parentElement));
    return [...document.body.querySelectorAll('*')]
      .map((element) => ({ element, right: element.getBoundingClientRect().right }))
      .filter(({ element, right }) => right > width + 1 && !scrolls(element.parentElement))
      .sort((one, other) => other.right - one.right)
      .slice(0, 5)
      .map(
        ({ element, right }) =>
          `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ends at ${Math.round(right)} of ${width}: ${element.textContent?.trim().slice(0, 60)}`,
      );
  });
