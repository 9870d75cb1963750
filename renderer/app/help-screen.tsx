const PARTS: readonly { readonly title: string; readonly lines: readonly string[] }[] = [
  {
    title: '怎样开始',
    lines: [
      '已有填好的表格：在工作台点“导入”，选择文件或粘贴表格，核对识别结果后再保存。',
      '从空白表开始：在工作台点“新建”，按步骤填写，步骤之间可以随意跳转。',
      '右侧纸面就是打印出来的样子，点击格子可直接去填写。',
    ],
  },
  {
    title: '保存',
    lines: [
      '边填边存，不需要点保存。窗口底部写着“已保存”时，内容已写入磁盘。',
      '写着“未保存”时，内容仍在窗口中，程序会自动重试；原因写在旁边。',
      '填错了可以撤销，换了步骤也能撤销。',
    ],
  },
  {
    title: '指标库',
    lines: [
      '在三级指标中输入汉字或拼音首字母，下方列出可选用的指标：按 ↓ 进入，Enter 选用，Esc 关闭。不进入列表时，按键与平时一样。',
      '选用后符号和单位已经备好，只填数字。指标值中只输数字，也会提示完整写法。',
      '左侧“指标库”可按来源、类别、领域查找，查看用在哪些表单，并填入最近打开的表单。',
    ],
  },
  {
    title: '沿用上年与历史',
    lines: [
      '切换到新年度后点“沿用上年”，可把以前年度的表单带过来；期限顺延，仍写着上年的地方逐处列出。',
      '填报时点底部的“历史”，可看到每次修改的人、时间和内容，在纸面上对比两个版本，并恢复到任何一版。',
    ],
  },
  {
    title: '审核',
    lines: [
      '红色是错误，改正后才能上报；黄色是提醒，请核对；灰点表示还没有填。',
      '点击审核结果可跳到对应的格子。带按钮的问题可以一键改正，也可以撤销。',
    ],
  },
  {
    title: '表样',
    lines: [
      '“表样”列出所有表格的空白纸面。本地的表样是一个文件，可以在那里检查和安装；有错误时写明第几行第几列。',
      '安装新版本后，新建的表单采用新版本，已有的表单不变。',
    ],
  },
];

const KEYS: readonly (readonly [string, string])[] = [
  ['Ctrl+K', '查找表单或功能，可输入汉字或拼音首字母'],
  ['Ctrl+Z / Ctrl+Y', '撤销 / 重做'],
  ['Alt+PageDown / Alt+PageUp', '下一步 / 上一步'],
  ['Enter', '到下一项；在指标表中到下一行'],
  ['F8', '纸面：分栏、隐藏、单独显示（点击格子就地填写）'],
  ['F2', '修改指标表的单元格'],
  ['Ctrl+D', '向下复制'],
  ['Ctrl+Enter', '插入同类指标'],
  ['Alt+↑ / Alt+↓', '移动指标行；在工作台调整表单顺序'],
  ['=12.5+3', '在金额中求和'],
];

/** A page of help: how to begin, saving, checks, keys. */
export function HelpScreen() {
  return (
    <div className="page page-text">
      <h2>帮助</h2>
      {PARTS.map(({ title, lines }) => (
        <section key={title}>
          <h3>{title}</h3>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
      <h3>按键</h3>
      <table className="help-keys">
        <tbody>
          {KEYS.map(([key, what]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
