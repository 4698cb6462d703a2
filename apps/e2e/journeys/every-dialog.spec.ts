import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { accessibilityProblems, expect, test } from '../browser/test.ts';

const WEB = join(import.meta.dirname, '../../web/src');
const CARLA = 'carla@demo.trellis.example';
const TOMASZ = 'tomasz@demo.trellis.example';
const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const WINTER = 'New paths, winter';
const AUTUMN = 'New paths, autumn';

interface Opened {
  /** The file that holds it: every file with a dialog, drawer, menu or popover is here. */
  readonly file: string;
  readonly who: string;
  readonly path: string;
  readonly screen?: typeof DESKTOP;
  /** Opens it on the page, and nothing more: the demo agency is everybody's. */
  readonly open: (page: Page) => Promise<void>;
  /** Takes back what opening it needed. */
  readonly close?: (page: Page) => Promise<void>;
  readonly role?: 'dialog' | 'menu';
}

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();

/** From the list of programs into one, by the words of its links. */
const inProgram =
  (program: string, ...links: string[]) =>
  async (page: Page) => {
    for (const name of [program, ...links])
      await page.getByRole('link', { name, exact: true }).first().click();
  };

const steps =
  (...all: ((page: Page) => Promise<void>)[]) =>
  async (page: Page) => {
    for (const step of all) await step(page);
  };

const aPerson = (page: Page) => page.getByRole('link', { name: 'Adele Moreau' }).first().click();

/** By the keys of the board: nothing is there to publish until somebody approved. */
const decideFirst = (key: 'a' | 'u', state: string) => async (page: Page) => {
  const first = page.getByRole('list', { name: 'Board' }).getByRole('listitem').first();
  await page.keyboard.press(key);
  await expect(first).toContainText(state);
  // Shown before it is true; what can be taken back has happened.
  if (key === 'a') await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeVisible();
};

/** The board of the program that waits for a round, after one. */
const board = async (page: Page): Promise<void> => {
  await inProgram(WINTER, 'Rounds')(page);
  const toBoard = page.getByRole('link', { name: 'Go to the board' }).first();
  const match = page.getByRole('button', { name: /^Match/ });
  await expect(match).toBeVisible();
  // A round that ran is not run again: what the board shows would be replaced while it is looked at.
  if (!(await match.textContent())?.includes('again')) await match.click();
  await toBoard.click();
  await expect(page.getByRole('list', { name: 'Board' }).getByRole('listitem').first()).toBeVisible();
};

const OPENED: readonly Opened[] = [
  { file: 'ui/keyboard-hints.tsx', who: CARLA, path: '/today', open: (page) => page.keyboard.press('?') },
  { file: 'app/account-menu.tsx', who: CARLA, path: '/today', open: press(/^Account of/), role: 'menu' },
  { file: 'app/staff-layout.tsx', who: CARLA, path: '/today', screen: PHONE, open: press('Open the menu') },
  { file: 'features/programs/start-program.tsx', who: CARLA, path: '/programs', open: press('New program') },
  { file: 'features/members/add-person.tsx', who: CARLA, path: '/people', open: press('Add a person') },
  {
    file: 'features/members/person-sides.tsx',
    who: CARLA,
    path: '/people',
    open: steps(aPerson, press('Begin something')),
    role: 'menu',
  },
  {
    file: 'features/members/person-leaving.tsx',
    who: CARLA,
    path: '/people',
    open: steps(aPerson, press('Withdraw')),
  },
  {
    file: 'features/members/erase-dialog.tsx',
    who: CARLA,
    path: '/people',
    open: steps(aPerson, press('Erase …')),
  },
  {
    file: 'features/profiles/profile-preview.tsx',
    who: TOMASZ,
    path: '/me/profile',
    open: press('See it as others do'),
  },
  {
    file: 'features/rounds/what-if-drawer.tsx',
    who: CARLA,
    path: '/programs',
    open: steps(inProgram(AUTUMN, 'Rounds'), press('What if …')),
  },
  {
    file: 'features/pairings/by-hand-dialog.tsx',
    who: CARLA,
    path: '/programs',
    open: steps(board, press(/by hand/)),
  },
  {
    file: 'features/pairings/publish-dialog.tsx',
    who: CARLA,
    path: '/programs',
    open: steps(board, decideFirst('a', 'Approved'), press(/^Publish/)),
    close: steps((page) => page.keyboard.press('Escape'), decideFirst('u', 'To decide')),
  },
  {
    file: 'features/pairings/board.tsx',
    who: CARLA,
    path: '/programs',
    screen: PHONE,
    open: steps(board, (page) =>
      page.getByRole('list', { name: 'Board' }).getByRole('button').first().click(),
    ),
  },
  { file: 'features/taxonomy/add-term.tsx', who: CARLA, path: '/taxonomy', open: press('Add a term') },
  {
    file: 'features/taxonomy/taxonomy-page.tsx',
    who: CARLA,
    path: '/taxonomy',
    screen: PHONE,
    open: (page) => page.getByRole('treeitem').first().click(),
  },
  {
    file: 'features/taxonomy/merge-term.tsx',
    who: CARLA,
    path: '/taxonomy',
    open: steps((page) => page.getByRole('treeitem').first().click(), press('Merge with another term')),
  },
];

// A step that cannot be taken is soon known.
test.use({ actionTimeout: 10_000 });

test('every file with a dialog, drawer, menu or popover is opened below', () => {
  const withOne = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).filter(
    (path) =>
      path.endsWith('.tsx') &&
      !path.startsWith('app/gallery/') && // of development only
      /<(Modal|Drawer|Menu|Popover|HoverCard|Dialog)[\s>]/.test(readFileSync(join(WEB, path), 'utf8')),
  );
  expect(OPENED.map(({ file }) => file).sort()).toEqual(withOne.sort());
});

for (const { file, who, path, screen = DESKTOP, open, close, role = 'dialog' } of OPENED) {
  test(`${file}: what opens can be read by everybody, in light and in dark`, async ({ page, signIn }) => {
    test.slow();
    await page.setViewportSize(screen);
    await signIn(page, who);
    const faults: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      if (colorScheme === 'light') {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await open(page);
      }
      await expect(page.getByRole(role).first()).toBeVisible();
      await expect(page.getByRole(role).locator('[aria-busy="true"]')).toHaveCount(0);
      faults.push(...(await accessibilityProblems(page)).map((fault) => `${colorScheme}: ${fault}`));
    }
    await close?.(page);
    expect(faults).toEqual([]);
  });
}
