import type { Grid, GridCell, GridRow } from '../../shared/grid/grid.ts';

/** A form as other programs put it on the clipboard as html, in the markup each of them writes. */

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function spans({ columnSpan, rowSpan }: GridCell): string {
  return `${columnSpan > 1 ? ` colspan=${columnSpan}` : ''}${rowSpan > 1 ? ` rowspan=${rowSpan}` : ''}`;
}

function rowsHtml(rows: readonly GridRow[], rowTag: string, cellHtml: (cell: GridCell) => string): string {
  return rows.map(({ cells }) => `${rowTag}\n${cells.map(cellHtml).join('\n')}\n </tr>`).join('\n');
}

const OFFICE = 'xmlns:v="urn:schemas-microsoft-com:vml"\nxmlns:o="urn:schemas-microsoft-com:office:office"';
/** A row that only says how wide the columns are; Word and Excel hide it from browsers. */
const WIDTHS = ` <![if supportMisalignedColumns]>
 <tr height=0 style='display:none'><td width=72 style='width:54pt'></td></tr>
 <![endif]>`;

/** Excel: one table, unquoted attributes, styles in a comment, line breaks as `<br>` and spaces. */
export function excelPage(grid: Grid): string {
  const cell = (own: GridCell): string =>
    `  <td${spans(own)} height=19 class=xl66 width=288 style='border-left:none;width:216pt'>${
      own.text === '' ? '&nbsp;' : escapeHtml(own.text).replaceAll('\n', '<br>\n    ')
    }</td>`;
  return `<html ${OFFICE} xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Excel.Sheet><meta name=Generator content="Microsoft Excel 15">
<link id=Main-File rel=Main-File href="file:///C:/Temp/msohtmlclip1/01/clip.htm">
<style><!--table {mso-displayed-decimal-separator:"\\."; mso-displayed-thousand-separator:"\\,";}
.xl66 {mso-number-format:"\\#\\,\\#\\#0\\.00_ "; white-space:normal;} ruby {ruby-align:left;} rt {mso-char-type:none; display:none;}
--></style></head><body link="#0563C1" vlink="#954F72">
<table border=0 cellpadding=0 cellspacing=0 width=576 style='border-collapse:collapse'>
<!--StartFragment--> <col width=72 span=5 style='width:54pt'>
${rowsHtml(grid.rows, " <tr height=19 style='height:14.4pt'>", cell)}
${WIDTHS}
<!--EndFragment--></table></body></html>`;
}

/** Word: paragraphs of spans in every cell, titles as paragraphs before the table, xml islands in comments. */
export function wordPage(grid: Grid): string {
  const paragraph = (text: string): string =>
    `<p class=MsoNormal align=center style='text-align:center'><span style='font-size:10.5pt;font-family:宋体'>${
      escapeHtml(text) || '<o:p>&nbsp;</o:p>'
    }</span><span lang=EN-US><o:p></o:p></span></p>`;
  const cell = (own: GridCell): string =>
    `  <td width=95${spans(own)} style='border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt'>
  ${own.text.split('\n').map(paragraph).join('\n  ')}
  </td>`;
  const lines = grid.rows.filter(({ kind }) => kind === 'line').flatMap(({ cells }) => cells);
  const table = grid.rows.filter(({ kind }) => kind === 'table');
  return `<html ${OFFICE} xmlns:w="urn:schemas-microsoft-com:office:word"><head>
<meta name=ProgId content=Word.Document><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- /* Style Definitions */ p.MsoNormal {mso-style-unhide:no; margin:0cm; mso-pagination:none;} --></style>
</head><body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->
${lines.map(({ text }) => paragraph(text)).join('\n')}
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-table-layout-alt:fixed'>
${rowsHtml(table, " <tr style='mso-yfti-irow:0;height:22.7pt'>", cell)}
${WIDTHS}
</table><!--EndFragment--></body></html>`;
}

/** WPS: quoted attributes, the stored number beside the shown one. */
export function wpsPage(grid: Grid): string {
  const cell = (own: GridCell): string => {
    const plain = own.text.replaceAll(',', '');
    const value = /^\d+(\.\d+)?$/u.test(plain) ? ` x:num="${Number(plain)}"` : ' x:str';
    return `   <td class="et3"${spans(own)}${value} height="26" style="height:19.50pt;">${escapeHtml(own.text).replaceAll('\n', '<br/>')}</td>`;
  };
  return `<html ${OFFICE} xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8">
<meta name="ProgId" content="ET.Sheet"/><meta name="Generator" content="WPS Office ET"/>
<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets/></x:ExcelWorkbook></xml><![endif]-->
<style>.et3{mso-number-format:"General";white-space:normal;}</style></head><body><!--StartFragment-->
<table width="555" border="0" cellpadding="0" cellspacing="0" style='width:416.25pt;border-collapse:collapse;'>
<col width="111" span="5" style="width:83.25pt;"/>
${rowsHtml(grid.rows, '   <tr height="26" style="height:19.50pt;">', cell)}
<!--EndFragment--></table></body></html>`;
}

/** A browser: a piece of the page with the styles as they were computed. */
export function browserPage(grid: Grid): string {
  const cell = (own: GridCell): string =>
    `<td${spans(own)} style="box-sizing: border-box; padding: 8px; border: 1px solid rgb(222, 226, 230);"><div><span style="color: rgb(33, 37, 41);">${escapeHtml(own.text).replaceAll('\n', '<br>')}</span></div></td>`;
  return `<meta charset='utf-8'><table style="border-collapse: collapse; caret-color: rgb(0, 0, 0);"><tbody>${rowsHtml(
    grid.rows,
    '<tr style="box-sizing: border-box;">',
    cell,
  )}</tbody></table><br class="Apple-interchange-newline">`;
}
