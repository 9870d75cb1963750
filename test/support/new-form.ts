import { expect, type Page } from '@playwright/test';

/** Begins the form most end-to-end tests fill in, from a year without forms. */
export async function startNewForm(page: Page): Promise<void> {
  await page.locator('[data-way=create]').click();
  await page.getByRole('button', { name: /大连高新区/u }).click();
  await page.getByRole('button', { name: /用此表样新建/u }).click();
  await expect(page.locator('.wizard')).toBeVisible();
}
