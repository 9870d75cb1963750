import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../../electron/core/readers/decode-text.ts';
import { sniff, sniffText } from '../../../../../electron/core/readers/sniff.ts';

const SAMPLE = '项目名称\t道路维修\r\n金额\t12.50\r\n';
/** 县财填报 in GB18030. */
const GB18030 = Uint8Array.from([0xcf, 0xd8, 0xb2, 0xc6, 0xcc, 0xee, 0xb1, 0xa8]);

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return littleEndian ? bytes : bytes.swap16();
}

describe('decodeText', () => {
  it.each([
    ['UTF-8', Buffer.from(SAMPLE)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${SAMPLE}`)],
    ['UTF-16 little endian with a mark', utf16(SAMPLE, true, true)],
    ['UTF-16 big endian with a mark', utf16(SAMPLE, false, true)],
    ['UTF-16 little endian without a mark', utf16(SAMPLE, true, false)],
  ])('reads %s', (_name, bytes) => {
    expect(decodeText(bytes)).toBe(SAMPLE);
  });

  it('reads GB18030', () => {
    expect(decodeText(GB18030)).toBe('县财填报');
  });

  it('reads UTF-8 that was cut off inside a character', () => {
    expect(decodeText(Buffer.from('县财').subarray(0, 5))).toBe('县');
  });

  it('takes bytes that are no text for what they are', () => {
    const noise = Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919 + (index >> 3)) % 256);
    expect(decodeText(noise)).toBeUndefined();
  });
});

describe('sniff', () => {
  it.each([
    ['PDF 文件', '%PDF-1.7\n'],
    ['图片', '\u0089PNG\r\n\u001a\n'],
    ['程序', 'MZ\u0090\u0000\u0003'],
    ['RAR 压缩包', 'Rar!\u001a\u0007'],
    ['RTF 文档', '{\\rtf1\\ansi'],
  ])('knows a %s', (actual, head) => {
    expect(sniff(Buffer.from(head, 'latin1'))).toEqual({ kind: 'other', actual });
  });

  it('does not take a text that begins with MZ for a program', () => {
    expect(sniff(Buffer.from('MZ项目\t1\n'))).toEqual({ kind: 'text', text: 'MZ项目\t1\n' });
  });

  it('knows zip and OLE2 by their first bytes', () => {
    expect(sniff(Buffer.from('PK\u0003\u0004', 'latin1')).kind).toBe('zip');
    expect(sniff(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])).kind).toBe('ole');
  });

  it('tells pages from texts', () => {
    expect(sniffText('<!DOCTYPE html><p>a</p>').kind).toBe('html');
    expect(sniffText('\n <table><tr><td>a</table>').kind).toBe('html');
    expect(sniffText('<p>政策宣传</p>到位率\t≥90%').kind).toBe('text');
    expect(sniffText('a < b').kind).toBe('text');
  });

  it.each([
    '<p>项目绩效目标表</p><p>（2026年度）</p>',
    '<!-- saved -->\n<div class="a">甲</div>',
    '<p>甲</p>\n<table>\n\t<tr>\n\t\t<td>乙</td>\t<td>丙</td>\n\t</tr>\n</table>',
    '<span>甲</span><br>乙',
    '<tr><td>甲</td></tr>',
  ])('knows a piece of a page by its tags: %s', (text) => {
    expect(sniffText(text).kind).toBe('html');
  });

  it.each(['<p>政策宣传到位率', '<b>粗</b>', '<项目名称>\t甲', '<p>a</p>\t\t<p>b</p>', `${'<!--'.repeat(2000)}<p>`])(
    'takes a text with tags left over for a text: %s',
    (text) => {
      expect(sniffText(text).kind).toBe('text');
    },
  );

  it('cuts the header off what a browser put on the clipboard', () => {
    const text = 'Version:0.9\r\nStartHTML:0000000105\r\n<html><body><p>a</p></body></html>';
    expect(sniffText(text)).toEqual({ kind: 'html', text: '<html><body><p>a</p></body></html>' });
  });

  it('knows the xml of Excel 2003', () => {
    const text = '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>';
    expect(sniffText(text).kind).toBe('spreadsheetXml');
  });
});
