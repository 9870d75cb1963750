import type { BorderStyle, CellStyle } from 'hucre';
import type { GridCell, GridRow } from '../../../shared/grid/grid.ts';
import { cellAlign, cellTextPt } from '../../../shared/paper/cell-style.ts';

const FONT_NAME = '宋体';
/** Excel's code for characters set one below the other. */
const STACKED = 255;

/** Which sides of a place in the ruled table lie on its outer frame. */
export interface FrameSides {
  readonly left: boolean;
  readonly right: boolean;
  readonly top: boolean;
  readonly bottom: boolean;
}

/** Styles of a workbook, each made once: the writer tells them apart by what they hold. */
export class XlsxStyles {
  readonly #styles = new Map<string, CellStyle>();

  /** The style of a cell, or of a place it covers. `frame` is undefined outside the ruled table. */
  of(
    row: GridRow,
    cell: GridCell,
    lines: number,
    frame: FrameSides | undefined,
    format: string | undefined,
  ): CellStyle {
    const align = cellAlign(cell);
    const isParagraph = align === 'block' && lines > 1;
    const horizontal = align === 'block' ? (isParagraph ? 'left' : 'center') : align;
    const size = cellTextPt(row, cell);
    const isBold = cell.role === 'title' || cell.role === 'part';
    const isSide = cell.role === 'side';
    const sides = frame ? [frame.left, frame.right, frame.top, frame.bottom].map(Number).join('') : '';
    const key = [horizontal, isParagraph, size, isBold, isSide, sides, format ?? ''].join('|');
    const known = this.#styles.get(key);
    if (known) return known;
    const style: CellStyle = {
      font: { name: FONT_NAME, size, ...(isBold ? { bold: true } : {}) },
      alignment: {
        horizontal,
        vertical: isParagraph ? 'top' : 'center',
        ...(align === 'right' && frame ? { indent: 1 } : {}),
        ...(isSide ? { textRotation: STACKED } : { wrapText: true }),
      },
      ...(frame ? { border: borders(frame) } : {}),
      ...(format === undefined ? {} : { numFmt: format }),
    };
    this.#styles.set(key, style);
    return style;
  }
}

function borders(frame: FrameSides): BorderStyle {
  const side = (isOuter: boolean) => ({ style: isOuter ? 'medium' : 'thin' }) as const;
  return { left: side(frame.left), right: side(frame.right), top: side(frame.top), bottom: side(frame.bottom) };
}
