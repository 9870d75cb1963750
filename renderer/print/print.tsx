import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { cellTextPt } from '../../shared/paper/cell-style.ts';
import { TEXT_PT } from '../../shared/paper/geometry.ts';
import type { PaperDocument } from '../../shared/paper/paper-document.ts';
import type { PrintPage } from '../../shared/paper/print-options.ts';
import { loadPaperFonts } from '../paper/fonts.ts';
import { PaperPages } from '../paper/paper-view.tsx';

let root: Root | undefined;

/** The texts of a document by weight. */
function textsOf(paper: PaperDocument): { readonly body: string; readonly titles: string } {
  const texts = { body: '', titles: '' };
  for (const section of paper.sections) {
    for (const row of section.grid.rows) {
      for (const cell of row.cells) {
        if (cellTextPt(row, cell) === TEXT_PT.title) texts.titles += cell.text;
        else texts.body += cell.text;
      }
    }
  }
  return texts;
}

async function layOutPaper(paper: PaperDocument): Promise<number> {
  const container = document.getElementById('root');
  if (!container) throw new Error('print.html has no root');
  document.title = paper.title;
  const { body, titles } = textsOf(paper);
  await loadPaperFonts(body, titles);
  root?.unmount();
  const current = createRoot(container);
  root = current;
  flushSync(() => current.render(<PaperPages document={paper} scale={null} />));
  // Fonts for characters that nobody foresaw: their arrival cuts the pages anew.
  if (document.fonts.status === 'loading') await document.fonts.ready;
  return container.querySelectorAll('.paper-page').length;
}

const page: PrintPage = { layOutPaper };
Object.assign(window, page);
