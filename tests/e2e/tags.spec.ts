import { AxeBuilder } from '@axe-core/playwright';
import { tabTo } from './pages/keyboard';
import { expect, test } from './pages/launch';
import { LibraryPage } from './pages/library-page';

test('one tag of hundreds is found and narrows the list with the keyboard alone', async ({ desk }) => {
  const library = new LibraryPage(desk);
  const { page, side } = library;
  const { keyboard } = page;
  const [alphaId = '', betaId = ''] = await library.add([{ title: 'Alpha' }, { title: 'Beta' }]);
  for (let index = 0; index < 100; index += 1)
    await desk.get('tags.create', { name: `idle ${String(index)}` });
  await desk.get('tags.apply', { itemIds: [alphaId, betaId], tag: { name: 'used by two' } });
  await desk.get('tags.apply', { itemIds: [betaId], tag: { name: 'Початкова школа' } });
  await library.open();
  const tags = side.getByRole('toolbar', { name: 'Tags' }).getByRole('button');
  await expect(tags).toHaveCount(60);
  await expect(tags.first()).toHaveText('used by two');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(
    violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id),
  ).toEqual([]);

  // Tab stops once at the tags; the arrow keys go from one to the next.
  await tabTo(page, tags.first());
  await keyboard.press('ArrowRight');
  await expect(tags.nth(1)).toBeFocused();
  await keyboard.press('Tab');
  await expect(side.getByRole('button', { name: 'Show all 102 tags' })).toBeFocused();

  const box = side.getByRole('searchbox', { name: 'Find a tag' });
  await box.focus();
  await keyboard.type('no such tag');
  await expect(side.getByRole('status')).toHaveText('No tag has “no such tag” in its name.');
  await keyboard.press('Escape');
  await keyboard.type('школа');
  await expect(tags).toHaveCount(1);
  await expect(side.getByRole('status')).toHaveText('1 tag fits');
  await tabTo(page, tags.first());
  await keyboard.press('Enter');
  await expect.poll(() => library.titles()).toEqual(['Beta']);
  // What narrows the list stays in sight, whatever is looked for next.
  await box.fill('idle 9');
  await expect(tags.first()).toHaveText('Початкова школа');

  await box.fill('');
  await side.getByRole('button', { name: 'Show all 102 tags' }).press('Enter');
  const manager = page.getByRole('dialog', { name: 'Edit tags' });
  await expect(manager.getByRole('row').first()).toBeVisible();
  // Only those in sight are drawn.
  expect(await manager.getByRole('row').count()).toBeLessThan(60);
});
