import { type AppError, describeError } from '../../shared/domain/app-error.ts';

/** The sentence for a person when the program cannot begin at all. */
export function describeStartError(error: AppError): string {
  // There is no window yet whose contents could be spoken of.
  switch (error.kind) {
    case 'notConnected':
      return '后台服务反复退出，无法启动；工作区中的数据没有改动，请重新安装程序或联系技术人员。';
    case 'readOnly':
      return `无法在“${error.target}”建立或写入工作区，请换一个位置，或取得该文件夹的写入权限。`;
    default:
      return describeError(error);
  }
}
