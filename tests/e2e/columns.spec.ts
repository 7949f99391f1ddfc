import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, resize, test } from './pages/launch';
import { LibraryPage } from './pages/library-page';

async function seriousFaults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

test('columns are chosen, widened, sorted by and put back with the keyboard alone, and remembered', async ({
  desk,
}) => {
  const library = new LibraryPage(desk);
  const { page, grid } = library;
  const { keyboard } = page;
  // Room for every column, whatever screen the test runs on.
  await resize(desk.app, { width: 1800, height: 1000 });
  const [alphaId = ''] = await library.add([{ title: 'Alpha' }, { title: 'Beta' }]);
  await desk.get('library.setKey', { itemId: alphaId, key: 'zola2015' });
  await library.open();
  await expect(library.row('Alpha')).toBeVisible();
  const heads = grid.getByRole('columnheader');
  const head = (name: string) => heads.filter({ hasText: name });
  const menu = page.getByRole('menu', { name: 'Columns of the list' });
  const openMenu = async (): Promise<void> => {
    await grid.focus();
    await keyboard.press('Control+k');
    await keyboard.type('Choose the columns');
    await keyboard.press('Enter');
    await expect(menu).toBeVisible();
  };
  const check = (name: string) => menu.getByRole('menuitemcheckbox', { name: new RegExp(`^${name}`) });
  const toggle = async (name: string): Promise<void> => {
    for (let step = 0; step < 20; step += 1) {
      if (await check(name).evaluate((item) => item === document.activeElement)) break;
      await keyboard.press('ArrowDown');
    }
    await expect(check(name)).toBeFocused();
    await keyboard.press('Space');
  };

  await test.step('ticks show and hide; the menu stays open for the next one', async () => {
    await openMenu();
    await expect(check('Title')).toHaveAttribute('aria-disabled', 'true');
    await toggle('Citation key');
    await expect(check('Citation key')).toBeChecked();
    await toggle('Status');
    await expect(check('Status')).not.toBeChecked();
    expect(await seriousFaults(page)).toEqual([]);
    await keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await expect(head('Citation key')).toBeVisible();
    await expect(head('Status')).toBeHidden();
    await expect(library.row('Alpha')).toContainText('zola2015');
    // The rows have the keyboard again.
    await expect(grid).toBeFocused();
  });

  const border = grid.getByRole('separator', { name: 'Width of Citation key' });
  const width = async (): Promise<number> => Number(await border.getAttribute('aria-valuenow'));
  await test.step('a border is moved with the arrow keys', async () => {
    const before = await width();
    await openMenu();
    await keyboard.press('End');
    await keyboard.press('ArrowUp');
    await keyboard.press('Enter');
    for (let tabs = 0; tabs < 10 && !(await border.evaluate((e) => e === document.activeElement)); tabs += 1)
      await keyboard.press('Tab');
    await expect(border).toBeFocused();
    await keyboard.press('ArrowLeft');
    await keyboard.press('ArrowLeft');
    await expect.poll(width).toBeCloseTo(before + 1);
    await expect
      .poll(async () => (await head('Citation key').boundingBox())?.width)
      .toBeCloseTo((before + 1) * 16, 0);
    await keyboard.press('ArrowRight');
    await expect.poll(width).toBeCloseTo(before + 0.5);
    expect(await seriousFaults(page)).toEqual([]);
    await keyboard.press('Escape');
    await expect(grid).toBeFocused();
    await expect(border).toHaveAttribute('tabindex', '-1');
  });

  await test.step('a press on the head sorts; the order is also in the filter', async () => {
    await head('Citation key').getByRole('button').click();
    await expect(head('Citation key')).toHaveAttribute('aria-sort', 'ascending');
    await head('Citation key').getByRole('button').click();
    await expect.poll(() => library.titles()).toEqual(['Alpha', 'Beta']);
  });

  await test.step('the border follows the pointer', async () => {
    const before = await width();
    const box = await border.boundingBox();
    if (box === null) throw new Error('the border is not there');
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x - 24, at.y, { steps: 3 });
    await page.mouse.up();
    await expect.poll(width).toBeCloseTo(before + 1.5, 0);
    const moved = await border.boundingBox();
    expect((moved?.x ?? 0) - box.x).toBeCloseTo(-24, 0);
  });

  await test.step('the choice is kept, and one entry brings the usual columns', async () => {
    await page.reload();
    await expect(head('Citation key')).toBeVisible();
    await expect(head('Status')).toBeHidden();
    await openMenu();
    await keyboard.press('End');
    await keyboard.press('Enter');
    await expect(head('Status')).toBeVisible();
    await expect(head('Citation key')).toBeHidden();
  });
});
