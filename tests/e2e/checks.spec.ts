import { LibraryPage } from './pages/library-page';
import { expect, test } from './pages/launch';
import { goTo, picture, seriousFindings, wear } from './pages/rooms';

test('odd records are found, mended one by one and all at once, left as they are, and undone; axe finds nothing', async ({
  desk,
}) => {
  const { page } = desk;
  const library = new LibraryPage(desk);
  const [first = ''] = await library.add([
    { title: 'READING ALOUD IN THE SECOND GRADE' },
    { title: 'WRITING BY HAND IN THE THIRD GRADE' },
    { title: 'Counting with beans.' },
  ]);
  await library.open();
  await expect(library.list('Record checks')).toContainText('3');
  await goTo(page, `/library/${first}`);
  await library.panel.getByRole('button', { name: '1 thing to look at in this record' }).press('Enter');
  await expect(library.panel.getByText('Title in capitals')).toBeVisible();
  await picture(page, 'checks-panel');
  await library.list('Record checks').press('Enter');

  const main = page.getByRole('main', { name: 'Record checks' });
  await main.getByRole('button', { name: 'See the list: Title in capitals' }).press('Enter');
  await expect(main.getByText('Reading aloud in the second grade')).toBeVisible();
  for (const look of [
    { theme: 'dark', language: 'uk' },
    { theme: 'light', language: 'en' },
  ] as const) {
    await wear(desk, look);
    for (const address of ['/checks', '/checks/title-caps']) {
      await goTo(page, address);
      await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
      await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
      await picture(page, `checks-${look.theme}-${look.language}-${address.replaceAll(/\W+/g, '-')}`);
      expect(await seriousFindings(page)).toEqual([]);
    }
  }
  await main.getByRole('button', { name: 'Leave as it is' }).first().click();
  await expect(main.getByRole('button', { name: 'Fix 1 record' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await main.getByRole('button', { name: 'Fix all 2' }).click();
  await expect(main.getByText('Nothing of this kind')).toBeVisible();
  expect((await desk.get('library.get', { itemId: first })).title).toBe('Reading aloud in the second grade');
  await page.keyboard.press('Control+z');
  await expect(main.getByRole('button', { name: 'Fix all 2' })).toBeVisible();
  expect((await desk.get('library.get', { itemId: first })).title).toBe('READING ALOUD IN THE SECOND GRADE');
});
