import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { RunningApp } from './launch';

/** Goes to an address of the window. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
}

/** Switches language and theme and waits until the window wears them. */
export async function wear(
  desk: RunningApp,
  look: { readonly theme: 'light' | 'dark'; readonly language: 'en' | 'uk' },
): Promise<void> {
  await desk.get('settings.set', look);
  await expect(desk.page.locator('html')).toHaveAttribute('data-theme', look.theme);
  await expect(desk.page.locator('html')).toHaveAttribute('lang', look.language);
}

/** What axe calls serious or critical, in words. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} (${failureSummary ?? ''})`).join(' | ')}`,
    );
}

/** Keeps a picture for whoever looks, when a folder is named for them. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['INQUIRY_PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
}
