import { z } from 'zod';

/**
 * Every failure a person can meet, as data. `describeError` turns each into one Chinese sentence (or two: what
 * happened and was kept, what to do). A new kind of failure is a new member here, so that the compiler finds
 * every place that must speak of it.
 */
export const appErrorSchema = z.discriminatedUnion('kind', [
  // files from outside
  z.strictObject({ kind: z.literal('fileUnreadable'), file: z.string() }),
  z.strictObject({ kind: z.literal('fileEmpty'), file: z.string() }),
  z.strictObject({ kind: z.literal('fileTooLarge'), file: z.string(), limitMb: z.int() }),
  z.strictObject({ kind: z.literal('fileTypeUnknown'), file: z.string() }),
  z.strictObject({ kind: z.literal('fileTypeMismatch'), file: z.string(), actual: z.string() }),
  z.strictObject({ kind: z.literal('fileOldWord'), file: z.string() }),
  z.strictObject({ kind: z.literal('fileDamaged'), file: z.string() }),
  z.strictObject({ kind: z.literal('fileEncrypted'), file: z.string() }),
  z.strictObject({ kind: z.literal('fileExpandsTooMuch'), file: z.string() }),
  z.strictObject({ kind: z.literal('fileTooWide'), file: z.string(), limitColumns: z.int() }),
  z.strictObject({ kind: z.literal('fileTooLong'), file: z.string(), limitRows: z.int() }),
  z.strictObject({ kind: z.literal('fileTooSlow'), file: z.string(), limitSeconds: z.int() }),
  z.strictObject({ kind: z.literal('fileHasNoForm'), file: z.string() }),
  z.strictObject({ kind: z.literal('fileHasNoSubjects'), file: z.string() }),
  // writing
  z.strictObject({ kind: z.literal('diskFull'), target: z.string() }),
  z.strictObject({ kind: z.literal('readOnly'), target: z.string() }),
  z.strictObject({ kind: z.literal('targetGone'), target: z.string() }),
  z.strictObject({ kind: z.literal('targetInUse'), target: z.string() }),
  z.strictObject({ kind: z.literal('textTooLongForFormat'), format: z.string(), place: z.string(), limit: z.int() }),
  // store
  z.strictObject({ kind: z.literal('storeInUse') }),
  z.strictObject({ kind: z.literal('storeNewer'), storeVersion: z.int(), knownVersion: z.int() }),
  z.strictObject({ kind: z.literal('storeDamaged'), detail: z.string() }),
  z.strictObject({ kind: z.literal('recordMissing'), id: z.string() }),
  z.strictObject({ kind: z.literal('recordChanged'), id: z.string(), revision: z.string() }),
  z.strictObject({ kind: z.literal('definitionMissing'), id: z.string() }),
  z.strictObject({ kind: z.literal('definitionInvalid'), detail: z.string() }),
  z.strictObject({ kind: z.literal('definitionInUse'), name: z.string(), forms: z.int() }),
  z.strictObject({ kind: z.literal('definitionShipped'), name: z.string() }),
  z.strictObject({ kind: z.literal('definitionFileChanged'), file: z.string() }),
  z.strictObject({ kind: z.literal('fieldUnknown'), field: z.string() }),
  // processes
  z.strictObject({ kind: z.literal('coreRestarted') }),
  z.strictObject({ kind: z.literal('notConnected') }),
  z.strictObject({ kind: z.literal('badRequest'), detail: z.string() }),
  z.strictObject({ kind: z.literal('cancelled') }),
  z.strictObject({ kind: z.literal('printerMissing') }),
  z.strictObject({ kind: z.literal('browserMissing') }),
  z.strictObject({ kind: z.literal('internal'), id: z.string() }),
]);
export type AppError = z.infer<typeof appErrorSchema>;

/** The sentence for a person: what happened, what was kept, what to do. */
export function describeError(error: AppError): string {
  switch (error.kind) {
    case 'fileUnreadable':
      return `无法打开文件“${error.file}”，请确认文件仍在原处且未被其他程序占用。`;
    case 'fileEmpty':
      return `文件“${error.file}”是空的，没有导入任何内容。`;
    case 'fileTooLarge':
      return `文件“${error.file}”超过 ${error.limitMb} MB，没有导入；请拆分后再试。`;
    case 'fileTypeUnknown':
      return `不认识文件“${error.file}”的格式；可以导入 xlsx、xls、et、ods、docx、html、txt 文件，或直接粘贴表格。`;
    case 'fileTypeMismatch':
      return `文件“${error.file}”的内容与扩展名不符（实际是${error.actual}），没有导入；请用原来的程序另存后再试。`;
    case 'fileOldWord':
      return `文件“${error.file}”是旧版 Word 文档（doc），没有导入；请在 Word 或 WPS 中另存为 docx 后再试。`;
    case 'fileDamaged':
      return `文件“${error.file}”不完整或已损坏，没有导入；请重新取得该文件。`;
    case 'fileEncrypted':
      return `文件“${error.file}”设有密码，没有导入；请先在原来的程序中取消密码。`;
    case 'fileExpandsTooMuch':
      return `文件“${error.file}”解压后异常庞大，为安全起见没有导入。`;
    case 'fileTooWide':
      return `文件“${error.file}”的表格超过 ${error.limitColumns} 列，不是填报表格，没有导入。`;
    case 'fileTooLong':
      return `文件“${error.file}”的表格超过 ${error.limitRows} 行，没有导入；请拆分后再试。`;
    case 'fileTooSlow':
      return `读取文件“${error.file}”超过 ${error.limitSeconds} 秒仍未完成，已停止，没有导入任何内容。`;
    case 'fileHasNoForm':
      return `在“${error.file}”中没有认出任何表样，没有导入任何内容。`;
    case 'fileHasNoSubjects':
      return `在“${error.file}”中没有找到科目编码和名称，科目表没有改动。`;
    case 'diskFull':
      return `磁盘已满，未能写入“${error.target}”。已填内容仍在窗口中，请腾出空间后重试。`;
    case 'readOnly':
      return `“${error.target}”只读或没有写入权限，未能保存。已填内容仍在窗口中，请更换位置或取得权限后重试。`;
    case 'targetGone':
      return `保存位置“${error.target}”已不存在（U 盘可能已拔出）。表单内容没有丢失，请重新选择位置。`;
    case 'targetInUse':
      return `文件“${error.target}”正被其他程序打开，未能写入。请关闭后重试。`;
    case 'textTooLongForFormat':
      return `“${error.place}”的文字超过 ${error.format} 单元格的上限 ${error.limit} 字，没有导出；请缩短或改用其他格式。`;
    case 'storeInUse':
      return '该工作区已在另一个窗口或程序中打开，请使用已打开的窗口。';
    case 'storeNewer':
      return `该工作区由更新版本的程序建立（数据版本 ${error.storeVersion}，本程序支持到 ${error.knownVersion}），请升级本程序后打开；数据未作任何改动。`;
    case 'storeDamaged':
      return '工作区数据文件未通过完整性检查，已停止写入；备份在工作区的 backups 文件夹中，请联系技术人员恢复。';
    case 'recordMissing':
      return '该表单已不存在，可能已被删除。';
    case 'recordChanged':
      return '该表单已在别处修改，本次没有覆盖；请查看最新内容后再保存。';
    case 'definitionMissing':
      return `没有编号为“${error.id}”的表样。`;
    case 'definitionInvalid':
      return `表样文件有误：${error.detail}。`;
    case 'definitionInUse':
      return `还有 ${error.forms} 张表单使用“${error.name}”，没有移除；请先删除这些表单。`;
    case 'definitionShipped':
      return `“${error.name}”是程序自带的表样，不能移除。`;
    case 'definitionFileChanged':
      return `文件“${error.file}”在检查之后又有改动，没有安装；请重新选择文件。`;
    case 'fieldUnknown':
      return `该表没有名为“${error.field}”的项目。`;
    case 'coreRestarted':
      return '后台服务已重新启动，已填内容仍在窗口中，正在重新保存。';
    case 'notConnected':
      return '与后台服务的连接中断，已填内容仍在窗口中，恢复后会自动保存。';
    case 'badRequest':
      return `请求不符合约定：${error.detail}`;
    case 'cancelled':
      return '已取消。';
    case 'printerMissing':
      return '没有可用的打印机，请连接打印机或先保存为 PDF。';
    case 'browserMissing':
      return '没有找到可用于生成 PDF 的浏览器，请安装 Chrome、Edge、360 或 Chromium 后重试。';
    case 'internal':
      return `程序内部出错（编号 ${error.id}），已填内容没有丢失；请重试，仍不行请把编号告诉技术人员。`;
  }
}
