import {
  CELL_PADDING_MM,
  DENSE_ROW_MM,
  FOOT_MM,
  LINE_HEIGHT,
  MARGIN_MM,
  MIN_ROW_MM,
  pageGeometry,
  STAMP_MM,
  TEXT_PT,
} from './geometry.ts';

/**
 * How paper looks, as text: the screen, the printer, the pdf and the exported html use the same. Classes on cells
 * come from `cellClasses`.
 */

/** 宋体 where the machine has it, else the font that comes with the program. */
const BODY_FONTS = `SimSun, "宋体", NSimSun, "Noto Serif SC", "Songti SC", serif`;
const TITLE_FONTS = `"方正小标宋简体", "FZXiaoBiaoSong-B05S", ${BODY_FONTS}`;

const MARGIN_CSS = `${MARGIN_MM.top}mm ${MARGIN_MM.right}mm ${MARGIN_MM.bottom}mm ${MARGIN_MM.left}mm`;

/**
 * Text and cells. Metrics are exact (geometricPrecision, no kerning or trimming that depends on the font), so that
 * lines break on the printer where they broke on the screen.
 */
const cellCss = `
.paper-table { font-family: ${BODY_FONTS}; font-size: ${TEXT_PT.body}pt; line-height: ${LINE_HEIGHT}; color: #000;
  width: 100%; table-layout: fixed; border-spacing: 0; font-weight: 400; font-style: normal; letter-spacing: normal;
  text-rendering: geometricPrecision; font-kerning: none; font-variant-ligatures: none; text-spacing-trim: space-all;
  text-autospace: no-autospace; text-size-adjust: none; }
.paper-table td { padding: ${CELL_PADDING_MM}mm; vertical-align: middle; text-align: center; white-space: pre-wrap;
  overflow-wrap: anywhere; word-break: normal; line-break: auto; }
.paper-table td.paper-center { text-wrap: balance; }
.paper-table td.paper-left { text-align: left; }
.paper-table td.paper-right { text-align: right; }
.paper-table td.paper-long.paper-block { text-align: left; vertical-align: top; }
.paper-text { margin: 0; font: inherit; }
.paper-title { font-family: ${TITLE_FONTS}; font-size: ${TEXT_PT.title}pt; font-weight: 700; }
.paper-part { font-size: ${TEXT_PT.part}pt; font-weight: 700; }
.paper-paragraph { font-size: ${TEXT_PT.paragraph}pt; }
.paper-part > .paper-text, .paper-paragraph > .paper-text { text-indent: 2em; }
.paper-rest > .paper-text { text-indent: 0; }
.paper-subtitle { font-size: ${TEXT_PT.subtitle}pt; }
.paper-side > .paper-text { width: 1em; margin: 0 auto; line-break: anywhere; text-align: center; }
.paper-ruled tr { height: ${MIN_ROW_MM}mm; }
.paper-ruled tr.paper-dense, .paper-rule.paper-dense { height: ${DENSE_ROW_MM}mm; font-size: ${TEXT_PT.dense}pt; }
`;

/** The sheet of paper. Offsets of a printer that is off move the whole print without changing any line break. */
const sheetCss = `
.paper-page { position: relative; box-sizing: border-box; background: #fff; overflow-wrap: anywhere;
  padding: ${MARGIN_CSS};
  width: 210mm; min-height: 297mm; }
.paper-page.paper-landscape { width: 297mm; min-height: 210mm; }
.paper-body { position: relative; left: var(--paper-offset-left, 0); top: var(--paper-offset-top, 0); }
.paper-continued, .paper-foot { font-family: ${BODY_FONTS}; line-height: ${LINE_HEIGHT}; color: #000; }
.paper-continued { font-size: ${TEXT_PT.body}pt; text-align: right; padding-bottom: ${CELL_PADDING_MM}mm; }
.paper-foot { position: absolute; left: 0; right: 0; font-size: ${TEXT_PT.foot}pt; text-align: center;
  bottom: max(4mm, ${FOOT_MM}mm - var(--paper-offset-top, 0mm)); }
`;

/**
 * Rules of the table as inner shadows: browsers round borders to whole pixels (0.75 pt in print), shadows not. A cell
 * draws its right and lower line, the table the 1 pt frame. A reduced page on screen thickens them (`scaledStyle`).
 */
const shadowRulesCss = `
.paper-ruled { box-shadow: inset 0 0 0 var(--paper-frame, 1pt) #000; }
.paper-ruled td { box-shadow: inset calc(-1 * var(--paper-rule, 0.5pt)) calc(-1 * var(--paper-rule, 0.5pt)) 0 #000; }
`;

/** On screen only: where the stamp goes, the marked cell, doubtful cells. */
const screenCss = `
@media screen {
  .paper-desk, .paper-section { display: flex; flex-direction: column; align-items: safe center; gap: 12px; }
  .paper-many { flex-flow: row wrap; justify-content: safe center; align-items: flex-start; }
  .paper-many > .paper-section { display: contents; }
  .paper-slot { position: relative; flex: none; background: #fff; box-shadow: 0 0 0 1px #c8ccd0, 0 1px 4px #00000026; }
  .paper-many .paper-slot { content-visibility: auto; }
  .paper-stamped { position: relative; }
  .paper-stamp { position: absolute; width: ${STAMP_MM}mm; height: ${STAMP_MM}mm; box-sizing: border-box; z-index: 1;
    left: 2mm; top: 50%; translate: 0 -50%; border: 1px dashed #c0392b; border-radius: 50%; opacity: 0.75;
    pointer-events: none; }
  .paper-pickable td[data-path] { cursor: pointer; }
  .paper-pickable td[data-path]:hover { background: #f0f7ff; }
  .paper-table td.paper-noted { background: #fff4d6; }
  .paper-table td.paper-noted-added { background: #dff3e4; }
  .paper-table td.paper-noted-removed { background: #fbe1df; }
  .paper-table td.paper-marked { background: #d6e8ff; outline: 2px solid #1677ff; outline-offset: -2px; }
}
@media print {
  .paper-stamp { display: none; }
}
`;

/**
 * Pages of paper in the program: screen, printer and pdf. A printed sheet is a hair lower than the paper, or rounding
 * would push an empty page out after it.
 */
export const paperCss = `
@page { size: A4 portrait; margin: 0; }
@page paper-portrait { size: A4 portrait; margin: 0; }
@page paper-landscape { size: A4 landscape; margin: 0; }
@media print {
  .paper-page { break-after: page; page: paper-portrait; min-height: calc(297mm - 1px); }
  .paper-page.paper-landscape { page: paper-landscape; min-height: calc(210mm - 1px); }
}
${sheetCss}${cellCss}${shadowRulesCss}${screenCss}`;

/**
 * An html file on its own: one table per form with ordinary borders, which Word and WPS understand too. It breaks its
 * own pages when printed.
 */
export const standaloneCss = `
@page { size: A4 portrait; margin: ${MARGIN_CSS}; }
@page paper-landscape { size: A4 landscape; margin: ${MARGIN_CSS}; }
body { margin: 0; background: #fff; }
.paper-table { border-collapse: collapse; margin: ${MARGIN_MM.top}mm auto; max-width: ${pageGeometry('portrait').bodyWidthMm}mm; }
.paper-table.paper-landscape { page: paper-landscape; max-width: ${pageGeometry('landscape').bodyWidthMm}mm; }
.paper-table tr { break-inside: avoid; }
@media print { .paper-table { margin: 0; break-after: page; } }
${cellCss}
.paper-table { width: calc(100% - 2pt); }
.paper-rule { height: ${MIN_ROW_MM}mm; }
.paper-rule td { border: 0.5pt solid #000; }
.paper-rule td.paper-edge-left { border-left-width: 1pt; }
.paper-rule td.paper-edge-right { border-right-width: 1pt; }
.paper-rule td.paper-edge-top { border-top-width: 1pt; }
.paper-rule td.paper-edge-bottom { border-bottom-width: 1pt; }
`;
