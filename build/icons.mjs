// node build/icons.mjs: draws resources/icons/icon.svg in the sizes that systems ask for. Run it when the drawing
// changes; the results are kept in the repository, since packing must not need a browser.
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findChromium } from './lib/chromium.mjs';
import { inProject } from './lib/project.mjs';

const linuxSizes = [16, 32, 48, 64, 128, 256, 512];
const windowsSizes = [16, 24, 32, 48, 64, 128, 256];

/**
 * A Windows icon that holds PNG images (every Windows since Vista reads them).
 * @param {readonly { size: number, png: Buffer }[]} images
 */
function packIco(images) {
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  for (const [index, { size, png }] of images.entries()) {
    const entry = 6 + 16 * index;
    // 0 stands for 256.
    header.writeUInt8(size % 256, entry);
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...images.map(({ png }) => png)]);
}

const svg = readFileSync(inProject('resources', 'icons', 'icon.svg'), 'utf8');
const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'],
});
const page = await browser.newPage();

/** @param {number} size */
async function draw(size) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${svg}`);
  return page.screenshot({ omitBackground: true });
}

for (const size of linuxSizes) writeFileSync(inProject('resources', 'icons', `${size}x${size}.png`), await draw(size));
const images = [];
for (const size of windowsSizes) images.push({ size, png: await draw(size) });
writeFileSync(inProject('resources', 'icons', 'icon.ico'), packIco(images));
await browser.close();
