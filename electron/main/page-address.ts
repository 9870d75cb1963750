export const pageScheme = 'app';
/** The origin of the page: the only one that may call us, and the only one that anything is loaded from. */
export const pageOrigin = `${pageScheme}://xiancai`;
export const pageAddress = `${pageOrigin}/`;
/** The page that turns paper into print; it has no bridge. */
export const printPageAddress = `${pageOrigin}/print.html`;

/** Whether something may be loaded: the page's own files, what the page made itself, and the developer tools. */
export function isAllowedAddress(address: string, isDevelopment: boolean): boolean {
  if (address.startsWith(`${pageOrigin}/`) || address.startsWith(`blob:${pageOrigin}/`)) return true;
  return address.startsWith('data:') || (isDevelopment && address.startsWith('devtools://'));
}
