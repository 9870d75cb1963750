import type { Session, WebContents } from 'electron';
import { isAllowedAddress } from './page-address.ts';

/** Takes from a session everything the page does not need: permissions, devices, downloads, the network. */
export async function hardenSession(session: Session, isDevelopment: boolean): Promise<void> {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, answer) => {
    answer({ cancel: !isAllowedAddress(url, isDevelopment) });
  });
  session.setSpellCheckerEnabled(false);
  // Otherwise Chromium looks for a proxy on the network by itself.
  await session.setProxy({ mode: 'direct' });
}

/** Keeps web contents on the page they were given: no navigation, no windows, no embedded pages. */
export function hardenContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
