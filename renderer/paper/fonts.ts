const BUNDLED = 'Noto Serif SC';
/** Text that is on paper beside what people wrote. */
const OWN_TEXT = '续表第页共—0123456789';

let ownSong: Promise<boolean> | undefined;

/** Whether the machine has 宋体, so that the bundled font is not needed. */
function hasSong(): Promise<boolean> {
  ownSong ??= new FontFace('paper-probe', 'local("SimSun"), local("宋体"), local("NSimSun")').load().then(
    () => true,
    () => false,
  );
  return ownSong;
}

/**
 * Loads the parts of the bundled font that a text needs, so that it is not laid out twice.
 * @param body text in regular weight
 * @param titles text in bold
 */
export async function loadPaperFonts(body: string, titles: string): Promise<void> {
  if (await hasSong()) return;
  await Promise.all([
    document.fonts.load(`400 16px "${BUNDLED}"`, distinct(body + OWN_TEXT)),
    document.fonts.load(`700 16px "${BUNDLED}"`, distinct(titles)),
  ]);
}

function distinct(text: string): string {
  return [...new Set(text)].join('');
}
