import { judgeTexts } from '../judging.ts';
import type { Rule } from '../rule.ts';

interface Wording {
  readonly wrong: RegExp;
  readonly right: string;
  readonly why: string;
}

/** Slips that are one whatever stands around them. A new entry needs its reason. */
const WORDINGS: readonly Wording[] = [
  {
    wrong: /收益(?=群众|人数|人群|人口|对象|群体|居民|学生|农户)/gu,
    right: '受益',
    why: '得到好处的人是“受益”，“收益”指所得的钱',
  },
  { wrong: /拔(?=付|款)|(?<=划)拔/gu, right: '拨', why: '资金是“拨”付的，“拔”是另一个字' },
  { wrong: /帐(?=户|目|务|簿)/gu, right: '账', why: '与钱物往来有关的用“账”' },
  { wrong: /布署/gu, right: '部署', why: '安排任务是“部署”' },
  { wrong: /按装/gu, right: '安装', why: '装设备是“安装”' },
  { wrong: /部份/gu, right: '部分', why: '规范写法是“部分”' },
  { wrong: /做为/gu, right: '作为', why: '规范写法是“作为”' },
  { wrong: /幅射/gu, right: '辐射', why: '规范写法是“辐射”' },
  { wrong: /覆盖律/gu, right: '覆盖率', why: '比率的“率”' },
  { wrong: /满意渡/gu, right: '满意度', why: '程度的“度”' },
];

export const wording: Rule = {
  id: 'text-wording',
  title: '没有常见错别字',
  severity: 'hint',
  source:
    'Real forms (收益群众 for 受益群众) and slips of the pinyin and wubi keyboards; a small list, each with its reason',
  families: 'all',
  run: (context) =>
    judgeTexts(context, ({ path, label, text }) => {
      const found = WORDINGS.filter(({ wrong }) => text.search(wrong) >= 0);
      const [first] = found;
      if (!first) return undefined;
      const at = text.search(first.wrong);
      const value = found.reduce((mended, { wrong, right }) => mended.replace(wrong, right), text);
      const excerpt = text.slice(Math.max(0, at - 2), at + 6);
      const message = `“${label}”中的“${excerpt}”可能有错别字：${first.why}。`;
      return { path, message, fix: { label: `改为“${first.right}”`, path, value } };
    }),
};
