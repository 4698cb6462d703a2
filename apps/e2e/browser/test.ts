import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

/** The demo agency's accounts all have this password; the server prints it with the demo sign-ins. */
const DEMO_PASSWORD = 'trellis-demo-2026';

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Journey {
  /** Signs the browser in as a demo account, through the same endpoint as the form. */
  signIn: (page: Page, email: string) => Promise<void>;
  /** Fails when axe finds anything serious or critical on the page as it is now (WCAG 2.2 AA). */
  expectAccessible: (page: Page) => Promise<void>;
}

/** Every journey starts from here. The server's address comes from the global setup. */
export const test = base.extend<Journey>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern.
  baseURL: async ({}, use) => use(process.env.TRELLIS_URL),
  signIn: async ({ baseURL }, use) => use((page, email) => signIn(page, baseURL ?? '', email)),
  page: async ({ page }, use) => {
    const faults = faultsOf(page);
    await use(page);
    expect(faults).toEqual([]);
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  expectAccessible: async ({}, use) => use(expectAccessible),
});

export { expect };

/** What use-intl says when a message is missing or cannot be put together. */
const NO_WORDS =
  /^(MISSING_MESSAGE|MISSING_FORMAT|INSUFFICIENT_PATH|INVALID_|FORMATTING_ERROR|ENVIRONMENT_FALLBACK)/;

/** Collects what no journey may meet, whatever it is about: a crash of the page, a word that is not there. */
function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && NO_WORDS.test(message.text())) faults.push(message.text());
  });
  return faults;
}

/** Signs in at `address` (like `http://localhost:3000`); the session cookie stays in the page's context. */
export async function signIn(page: Page, address: string, email: string): Promise<void> {
  const answer = await page.request.post(`${address}/api/auth/sign-in/email`, {
    headers: { origin: address },
    data: { email, password: DEMO_PASSWORD },
  });
  expect(answer.status(), `sign-in as ${email}: ${await answer.text()}`).toBe(200);
}

async function expectAccessible(page: Page): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([]);
}

/** Serious and critical findings, one text each: what, where, why. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(AXE_TAGS).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} — ${node.failureSummary}`),
    );
}
