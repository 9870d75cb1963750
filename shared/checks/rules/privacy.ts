import { judgeTexts } from '../judging.ts';
import type { Rule } from '../rule.ts';

const ID_CARD = /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dXx])/gu;
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECK = '10X98765432';
const MOBILE = /(?<![\d.])1[3-9]\d{9}(?![\d.元万])/u;

/** Whether the last character of an identity number is the one its digits give (GB 11643-1999). */
function hasIdChecksum(id: string): boolean {
  const total = ID_WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(id[index]), 0);
  return ID_CHECK[total % 11] === id[17]?.toUpperCase();
}

export const privacy: Rule = {
  id: 'text-privacy',
  title: '没有身份证号和手机号',
  severity: 'warning',
  source: '个人信息保护法 art. 25, 28; 财预〔2016〕143号: these forms are published',
  families: 'all',
  run: (context) =>
    judgeTexts(context, ({ path, label, text }) => {
      const what = (text.match(ID_CARD) ?? []).some(hasIdChecksum)
        ? '身份证号'
        : MOBILE.test(text)
          ? '手机号'
          : undefined;
      if (what === undefined) return undefined;
      return { path, message: `“${label}”中有${what}，本表会公开，请删除。` };
    }),
};
