import type { Rule } from '../rule.ts';
import { judge, notApplicable } from '../rule.ts';

export const textLength: Rule = {
  id: 'text-length',
  title: '字数不超过限制',
  severity: 'error',
  source: 'The definition (maxLength): systems further up cut longer texts or refuse them',
  families: 'all',
  run({ filled }) {
    const limited = filled.filter((cell) => cell.maxLength !== undefined);
    if (limited.length === 0) return notApplicable('没有填写有字数限制的项目。');
    return judge(
      limited.flatMap(({ path, label, text, maxLength = 0 }) => {
        const length = [...text].length;
        const message = `“${label}”有 ${length} 字，超过本表限制的 ${maxLength} 字，请缩短。`;
        return length > maxLength ? [{ path, message }] : [];
      }),
    );
  },
};
