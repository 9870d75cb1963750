import { gzipSync } from 'node:zlib';
import { chromium, type Response } from '@playwright/test';
import { launchBrowserApp } from '../../support/browser-app.ts';
import type { Figure } from '../figure.ts';
import { chromiumFlags, requireChromium } from '../support/chromium.ts';
import { untilUsable } from '../support/usable-page.ts';

const TARGET_KB = 500;

/** What the window loads before the workbench shows, each file compressed by gzip as it usually is. */
export const firstLoad: Figure = {
  name: 'load',
  measure: async (context) => {
    const app = await launchBrowserApp({ withSample: true });
    const browser = await chromium.launch({ executablePath: requireChromium(), args: [...chromiumFlags] });
    try {
      const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
      const responses: Response[] = [];
      page.on('response', (response) => responses.push(response));
      await page.goto(app.url);
      await untilUsable(page);
      const loaded = responses.filter((response) => response.ok() && !response.url().includes('/rpc'));
      const sizes = { document: 0, script: 0, stylesheet: 0, font: 0 };
      for (const response of loaded) {
        const kind = response.request().resourceType();
        if (kind in sizes) sizes[kind as keyof typeof sizes] += gzipSync(await response.body()).length / 1000;
      }
      const { document, script, stylesheet, font } = sizes;
      context.note(`page ${document.toFixed(1)} kB, styles ${stylesheet.toFixed(1)} kB, fonts ${font.toFixed(1)} kB`);
      return [
        {
          what: 'scripts before the workbench shows, compressed',
          unit: 'kB',
          values: [script],
          target: { kind: 'most', value: TARGET_KB },
        },
      ];
    } finally {
      await browser.close();
      await app.close();
    }
  },
};
