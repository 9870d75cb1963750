import type { ThemeConfig } from 'antd';

/** One quiet theme: 14 px, dense, nothing moves. Colours as in app.css. */
export const theme: ThemeConfig = {
  token: {
    fontSize: 14,
    fontFamily:
      '"Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Micro Hei", system-ui, sans-serif',
    colorPrimary: '#1d5c96',
    colorInfo: '#1d5c96',
    colorLink: '#1d5c96',
    colorError: '#c0281e',
    colorWarning: '#b36b00',
    colorSuccess: '#2d7d46',
    colorText: '#1f2328',
    colorTextSecondary: '#57606a',
    colorInfoBg: '#eef4fa',
    colorInfoBorder: '#d3e2f0',
    colorWarningBg: '#fff6e5',
    colorErrorBg: '#fdf1f0',
    colorBgMask: 'rgb(31 35 40 / 20%)',
    colorBorder: '#c4cad1',
    // Derived from the dark colours above, these would be muddy.
    colorPrimaryBg: '#e8f0f8',
    colorSuccessBg: '#edf7f0',
    colorSuccessBorder: '#b9dcc4',
    colorWarningBorder: '#f0d9a8',
    colorErrorBorder: '#f0c5c1',
    borderRadius: 3,
    controlHeight: 30,
    motion: false,
    boxShadowSecondary: '0 4px 14px rgb(31 35 40 / 14%)',
  },
  components: {
    Table: {
      cellPaddingBlockSM: 5,
      cellPaddingInlineSM: 8,
      headerBg: '#f3f5f7',
      rowSelectedBg: '#e8f0f8',
      rowSelectedHoverBg: '#e8f0f8',
    },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
  },
};
