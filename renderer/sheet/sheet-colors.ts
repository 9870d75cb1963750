import type { GlobalToken } from 'antd';

/** The colours of a sheet as css variables, from the theme. */
export function sheetColors(token: GlobalToken) {
  return {
    '--sheet-primary': token.colorPrimary,
    '--sheet-primary-bg': token.colorPrimaryBg,
    '--sheet-border': token.colorBorderSecondary,
    '--sheet-bg': token.colorBgContainer,
    '--sheet-text': token.colorText,
    '--sheet-dim': token.colorTextTertiary,
    '--sheet-error': token.colorError,
    '--sheet-error-bg': token.colorErrorBg,
    '--sheet-warning': token.colorWarning,
    '--sheet-warning-bg': token.colorWarningBg,
    '--sheet-hint': token.colorInfo,
  };
}
