import { defineConfig } from '@playwright/test';
import { findChromium } from './lib/chromium.mjs';
import { inProject } from './lib/project.mjs';

const chromiumArgs = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Chromium's own sandbox does not run as root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];
const executablePath = findChromium();

export default defineConfig({
  testDir: inProject('test', 'e2e'),
  testMatch: '*.spec.ts',
  outputDir: inProject('test-results'),
  fullyParallel: false,
  workers: 1,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
  projects: [
    {
      name: 'browser',
      testDir: inProject('test', 'e2e', 'browser'),
      use: { launchOptions: { args: chromiumArgs, ...(executablePath === undefined ? {} : { executablePath }) } },
    },
    { name: 'electron', testDir: inProject('test', 'e2e', 'electron') },
  ],
});
