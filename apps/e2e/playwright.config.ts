import { defineConfig } from '@playwright/test';
import { browserLaunch } from './browser/chromium.ts';

/** The journeys: real browser, production build, real database, on a desktop and on a phone. */
export default defineConfig({
  testDir: './journeys',
  globalSetup: './browser/global-setup.ts',
  outputDir: '../../test-results/journeys',
  // They share one demo agency: one at a time, in the order of their names.
  fullyParallel: false,
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: browserLaunch(),
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1280, height: 800 },
    // What slides in under the pointer loses a click now and then: the mouse goes down on it and up beside it.
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
});
