import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

const CATALOGS = join(import.meta.dirname, '../../web/src/messages');

type Catalog = { readonly [key: string]: string | Catalog };

/** `noun.group.key` → message, of all catalogs of a language. */
const messagesOf = (locale: 'en' | 'de'): ReadonlyMap<string, string> => {
  const flat = new Map<string, string>();
  const walk = (catalog: Catalog, prefix: string) => {
    for (const [key, value] of Object.entries(catalog)) {
      if (typeof value === 'string') flat.set(prefix + key, value);
      else walk(value, `${prefix}${key}.`);
    }
  };
  for (const file of readdirSync(join(CATALOGS, locale))) {
    walk(JSON.parse(readFileSync(join(CATALOGS, locale, file), 'utf8')), `${file.replace('.json', '')}.`);
  }
  return flat;
};

/** The longest piece of a message that stands on the screen as it is written, between what is put in. */
const longestPiece = (message: string): string =>
  message
    .replace(/\{[^{}]*,\s*(plural|select|selectordinal)[\s\S]*$/, '')
    .split(/\{[^{}]*\}|<[^>]*>/)
    .map((piece) => piece.trim())
    .reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');

/**
 * English sentences of ours that a German page must not show: those that read otherwise in German, and are long enough
 * (or whole messages) not to be met by chance in what people of the demo wrote.
 */
const englishOnly = (): { readonly whole: ReadonlySet<string>; readonly pieces: readonly string[] } => {
  const german = messagesOf('de');
  const known = new Set(german.values());
  const inGerman = [...known].join('\n');
  const whole = new Set<string>();
  const pieces: string[] = [];
  for (const [key, message] of messagesOf('en')) {
    if (message === german.get(key) || known.has(message)) continue;
    const piece = longestPiece(message);
    if (piece === message && message.length > 3) whole.add(message);
    else if (piece.length > 14 && piece.includes(' ') && !inGerman.includes(piece)) pieces.push(piece);
  }
  return { whole, pieces };
};

const { whole, pieces } = englishOnly();

/** What of our own English stands on the page, in its text or in what is read aloud. */
export const englishOn = async (page: Page): Promise<string[]> => {
  const texts = await page.evaluate(() => {
    const found = new Set<string>();
    for (const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); walker.nextNode(); ) {
      const text = walker.currentNode.textContent?.trim();
      if (text) found.add(text);
    }
    for (const name of ['aria-label', 'aria-description', 'placeholder', 'title', 'alt']) {
      for (const element of document.querySelectorAll(`[${name}]`)) {
        const text = element.getAttribute(name)?.trim();
        if (text) found.add(text);
      }
    }
    return [...found];
  });
  return texts.filter((text) => whole.has(text) || pieces.some((piece) => text.includes(piece)));
};
