import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { unpackTar } from './tar.ts';

/** What Playwright's `launchOptions` need to run our browser. */
export interface BrowserLaunch {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

/**
 * The browser to test with: CHROMIUM_PATH when set, else Chromium from the npm package `@sparticuz/chromium`,
 * unpacked once (some seconds, about 250 MB in node_modules/.cache). Only the package's files are used: its own
 * launcher switches web security off and expects a cloud function around it.
 */
export function browserLaunch(): BrowserLaunch {
  const own = process.env.CHROMIUM_PATH;
  if (own) return { executablePath: own, args: [], env: environment({}) };
  const folder = unpacked();
  return {
    executablePath: join(folder, 'chromium'),
    // There is no zygote in this build, and no font hinting gives every machine the same pixels.
    args: ['--no-zygote', '--font-render-hinting=none', '--disable-dev-shm-usage'],
    env: environment({
      // A bare machine has neither the libraries nor any font.
      LD_LIBRARY_PATH: [join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    }),
  };
}

function environment(more: Record<string, string>): Record<string, string> {
  const present = Object.entries(process.env).filter((entry): entry is [string, string] => !!entry[1]);
  return { ...Object.fromEntries(present), ...more };
}

function unpacked(): string {
  const require = createRequire(import.meta.url);
  const packageFolder = dirname(dirname(dirname(require.resolve('@sparticuz/chromium'))));
  const packed = join(packageFolder, 'bin');
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const folder = join(import.meta.dirname, '../../../node_modules/.cache', `chromium-${version}`);
  if (existsSync(folder)) return folder;

  // Under another name first: an unpacking cut short is never taken for a whole browser.
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  for (const name of readdirSync(packed)) {
    const content = brotliDecompressSync(readFileSync(join(packed, name)));
    if (name.endsWith('.tar.br')) unpackTar(content, fresh);
    else {
      writeFileSync(join(fresh, 'chromium'), content);
      chmodSync(join(fresh, 'chromium'), 0o755);
    }
  }
  writeFileSync(join(fresh, 'fonts.conf'), fontsConfiguration(folder));
  try {
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // else somebody was quicker
  }
  return folder;
}

/** Only the package's own fonts, so that a page looks the same everywhere. */
function fontsConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`;
}
