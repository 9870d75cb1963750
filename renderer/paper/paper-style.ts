import '@fontsource/noto-serif-sc/400.css';
import '@fontsource/noto-serif-sc/700.css';
import { paperCss } from '../../shared/paper/paper-css.ts';

let isInstalled = false;

/** Puts the css of paper and the bundled font into the document, once. As a sheet object, which a strict content security policy allows. */
export function installPaperStyle(): void {
  if (isInstalled) return;
  isInstalled = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(paperCss);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
