import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { inquiryWithScores } from './pages/exchange';
import { ImportPage } from './pages/import-page';
import { expect, launch, test, type RunningApp } from './pages/launch';

declare global {
  interface Window {
    /** Refusals of the content security policy since the test began to listen. */
    policyViolations?: string[];
  }
}

/** What the window complained of while it was used. */
interface Complaints {
  readonly console: readonly string[];
  violations(): Promise<readonly string[]>;
}

async function listen(page: Page): Promise<Complaints> {
  const messages: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') messages.push(message.text());
  });
  page.on('pageerror', (error) => messages.push(String(error)));
  await page.addInitScript(() => {
    window.policyViolations = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      window.policyViolations?.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sourceFile}`);
    });
  });
  // Once more from the start, so that the first paint is heard as well.
  await page.reload();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  return { console: messages, violations: () => page.evaluate(() => window.policyViolations ?? ['lost']) };
}

async function serious(page: Page, without: readonly string[] = []): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .disableRules([...without])
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} (${failureSummary ?? ''})`).join(' | ')}`,
    );
}

/** Makes what the places show: an inquiry with scores, a report of it. @returns addresses by name */
async function addresses(desk: RunningApp): Promise<readonly (readonly [string, string])[]> {
  await expect
    .poll(async () => (await desk.get('citation.search', { query: 'Reading side', limit: 5 })).items.length, {
      timeout: 60_000,
    })
    .toBeGreaterThan(0);
  const itemId = (await desk.get('citation.search', { query: 'Reading side', limit: 5 })).items[0]?.itemId;
  if (itemId === undefined) throw new Error('the sample library has no such paper');
  const { attachmentId } = await desk.get('import.foundFields', { itemId });
  const { projectId } = await inquiryWithScores(desk);
  const { reportId } = await desk.get('report.create', {
    templateId: 'practice-case',
    projectId,
    title: 'Paired reading',
    language: 'en',
  });
  return [
    ['desk', '/desk'],
    ['library', '/library'],
    ['a paper in the panel', `/library/${itemId}`],
    ['reader', `/reader/${attachmentId ?? ''}`],
    ['learn', '/learn'],
    ['start of a module', '/learn/m01/start'],
    ['exercise of a module', '/learn/m01/practice-classify-claims'],
    ['the inquiries', '/inquiry'],
    ['an inquiry', `/inquiry/${projectId}`],
    ['its data', `/inquiry/${projectId}/data`],
    ['the reports', '/write'],
    ['a report', `/write/${reportId}`],
    ['the cases', '/exchange'],
    ['publish', `/exchange/publish/${projectId}`],
    ['settings', '/settings'],
  ];
}

/** Waits until the place has drawn what it fetches. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('main').first()).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await expect(page.getByRole('main').first()).not.toHaveText('');
}

for (const [look, settings, tourEnd] of [
  ['light, English', { theme: 'light', language: 'en' }, 'End the tour'],
  ['dark, Ukrainian', { theme: 'dark', language: 'uk' }, 'Завершити прогулянку'],
] as const) {
  test(`every place is clean: no refused resource, no error, nothing serious for axe (${look})`, async () => {
    test.setTimeout(240_000);
    const desk = await launch({ firstRun: true, size: { width: 1440, height: 900 } });
    const { page } = desk;
    await expect(page.getByRole('navigation').first()).toBeVisible();
    const complaints = await listen(page);
    const list = await addresses(desk);
    await desk.get('settings.set', settings);
    await expect(page.locator('html')).toHaveAttribute('data-theme', settings.theme);
    await expect(page.locator('html')).toHaveAttribute('lang', settings.language);

    const faults: Record<string, readonly string[]> = {};
    const examine = async (name: string, without: readonly string[] = []): Promise<void> => {
      const found = [...(await serious(page, without)), ...(await complaints.violations())];
      if (found.length > 0) faults[name] = found;
    };
    await examine('first run with the tour');
    const end = page.getByRole('button', { name: tourEnd });
    if (await end.isVisible()) await end.click();
    for (const [name, address] of list) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, address);
      await settled(page);
      await examine(name);
    }
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog').getByRole('menuitem').first()).toBeVisible();
    // The list is scrolled with the arrow keys from the search field, which axe cannot see; so that is tried instead.
    await examine('palette', ['scrollable-region-focusable']);
    // The first arrow starts at the entry under the pointer, if there is one.
    const last = page.getByRole('dialog').getByRole('menuitem').last();
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('ArrowDown');
      if ((await last.getAttribute('data-focused')) !== null) break;
    }
    await expect(last).toBeInViewport();
    await page.keyboard.press('Escape');
    const importing = new ImportPage(page);
    await importing.open();
    await examine('import window');
    await page.keyboard.press('Escape');
    await expect(importing.window).toBeHidden();

    expect(faults).toEqual({});
    expect(complaints.console).toEqual([]);
    expect(await complaints.violations()).toEqual([]);
    // The ears were open all the time: a style that the policy refuses is heard.
    await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'body { opacity: 0.5 }';
      document.body.append(style);
    });
    await expect.poll(() => complaints.violations()).toHaveLength(1);
    expect(complaints.console).toHaveLength(1);
    await desk.close();
  });
}
