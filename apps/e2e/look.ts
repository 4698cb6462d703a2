import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { browserLaunch } from './browser/chromium.ts';
import { accessibilityProblems, signIn } from './browser/test.ts';

const USAGE = 'Usage: npx tsx look.ts <address> <e-mail or -> <output folder> <path> [<path> …]';
const SCREENS = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

/**
 * Takes pictures of pages of a running Trellis, light and dark, on a desktop and a phone, and says what axe and
 * the browser's console complain about.
 */
async function look(address: string, email: string, folder: string, paths: string[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch(browserLaunch());
  for (const theme of ['light', 'dark'] as const) {
    for (const screen of ['desktop', 'phone'] as const) {
      await lookAs(browser, { address, email, folder, paths, theme, screen });
    }
  }
  await browser.close();
}

interface Look {
  address: string;
  email: string;
  folder: string;
  paths: string[];
  theme: 'light' | 'dark';
  screen: keyof typeof SCREENS;
}

async function lookAs(browser: Browser, asked: Look): Promise<void> {
  const { address, email, folder, paths, theme, screen } = asked;
  const context = await browser.newContext({
    viewport: SCREENS[screen],
    colorScheme: theme,
    hasTouch: screen === 'phone',
    isMobile: screen === 'phone',
    locale: 'en-US',
  });
  await context.addInitScript((value) => {
    window.localStorage.setItem('mantine-color-scheme-value', value);
  }, theme);
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') console.log(`  console: ${message.text()}`);
  });
  page.on('pageerror', (error) => console.log(`  page error: ${error.message}`));
  if (email !== '-') await signIn(page, address, email);
  for (const path of paths) {
    // Live updates keep a request open for ever, so "network idle" may never come: wait for quiet, but not long.
    await page.goto(`${address}${path}`);
    await page.waitForLoadState('networkidle', { timeout: 4_000 }).catch(() => {});
    const name = `${path.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'home'}-${screen}-${theme}.png`;
    await page.screenshot({ path: join(folder, name), fullPage: true });
    console.log(name);
    for (const problem of await accessibilityProblems(page)) console.log(`  axe: ${problem}`);
  }
  await context.close();
}

const [address, email, folder, ...paths] = process.argv.slice(2);
if (!address || !email || !folder || paths.length === 0) {
  console.error(USAGE);
  process.exit(2);
}
await look(address.replace(/\/$/, ''), email, folder, paths);
