import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

/** Where Chromium is, unless the environment says otherwise. */
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A page that was opened, and everything that went wrong on it. */
export interface Opened {
  readonly page: Page;
  /** Console errors and warnings, uncaught errors, and every request but for the page itself. */
  readonly complaints: readonly string[];
}

/** Chromium with an empty profile, and a folder for pages. */
export interface Browser {
  readonly open: (
    html: string,
    how?: { width?: number; height?: number; dark?: boolean; hash?: string },
  ) => Promise<Opened>;
  readonly close: () => Promise<void>;
}

export async function startBrowser(): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), 'dedupe-browser-'));
  const context: BrowserContext = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: CHROMIUM,
    headless: true,
    args: FLAGS,
  });
  let pages = 0;
  return {
    open: async (html, { width = 1280, height = 900, dark = false, hash = '' } = {}) => {
      const file = join(folder, `${pages++}.html`);
      writeFileSync(file, html);
      const address = pathToFileURL(file).href;
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
      page.on('request', (request) => {
        if (!request.url().startsWith(address) && !request.url().startsWith('data:'))
          complaints.push(`asked for ${request.url()}`);
      });
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
      await page.goto(address + hash);
      return { page, complaints };
    },
    close: async () => {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
