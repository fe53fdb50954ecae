// Pictures of the page for the README, of fixtures/, as the built command makes it. Usage: npm run screenshots
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { startBrowser } from './browser.ts';

const ROOT = process.cwd();
const html = execFileSync(process.execPath, ['bin/dedupe.js', '-q', '-f', 'html', 'fixtures'], {
  cwd: ROOT,
  encoding: 'utf8',
  maxBuffer: 1 << 26,
});

const browser = await startBrowser();
for (const dark of [false, true]) {
  const { page } = await browser.open(html, { dark, height: 800 });
  await page.screenshot({ path: resolve(ROOT, `docs/page-${dark ? 'dark' : 'light'}.png`) });
}
const { page } = await browser.open(html, { height: 800 });
const entry = page.locator('.entry', { hasText: 'near-copy.corrected-and-extended' });
await entry.locator('.compare').first().click();
await page.locator('.lines path').first().waitFor({ state: 'attached' });
await page.locator('.linked').nth(3).hover();
await page.screenshot({ path: resolve(ROOT, 'docs/page-pair.png') });
await browser.close();
