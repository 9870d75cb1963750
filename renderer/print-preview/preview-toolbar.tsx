import {
  ArrowLeftOutlined,
  FileExcelOutlined,
  FilePdfOutlined,
  FileWordOutlined,
  MinusOutlined,
  PlusOutlined,
  PrinterOutlined,
} from '@ant-design/icons';
import { Button, Checkbox, InputNumber, Popover, Select } from 'antd';
import type { PaperSettings } from '../../shared/paper/paper-document.ts';
import { nextZoom, type PrintChoices, ZOOM_STEPS, type Zoom } from './print-choices.ts';
import type { PrintJobs } from './use-print-jobs.ts';

interface ToolbarProps {
  readonly choices: PrintChoices;
  readonly onChoose: (change: Partial<PrintChoices>) => void;
  /** The scale the pages are shown at. */
  readonly scale: number;
  readonly isElectron: boolean;
  readonly canPrint: boolean;
  readonly jobs: PrintJobs;
  readonly onClose: () => void;
}

const ZOOMS: { readonly value: Zoom; readonly label: string }[] = [
  { value: 'width', label: '适合宽度' },
  { value: 'page', label: '整页' },
  ...ZOOM_STEPS.map((value) => ({ value, label: `${value * 100}%` })),
];

function OffsetFields({
  settings,
  onChange,
}: {
  readonly settings: PaperSettings;
  readonly onChange: (settings: PaperSettings) => void;
}) {
  const limits = { min: -15, max: 15, step: 0.5, precision: 1, suffix: 'mm' };
  return (
    <div className="preview-offsets">
      <span>向右</span>
      <InputNumber
        {...limits}
        aria-label="向右移动"
        value={settings.offsetLeftMm}
        onChange={(value) => onChange({ ...settings, offsetLeftMm: value ?? 0 })}
      />
      <span>向下</span>
      <InputNumber
        {...limits}
        aria-label="向下移动"
        value={settings.offsetTopMm}
        onChange={(value) => onChange({ ...settings, offsetTopMm: value ?? 0 })}
      />
      <p>打印机走纸有偏差时，整页移动若干毫米，换行和分页不变。负数向左、向上。</p>
    </div>
  );
}

/** What can be chosen about printing, and the three ways out: printer, pdf, Excel. */
export function PreviewToolbar({ choices, onChoose, scale, isElectron, canPrint, jobs, onClose }: ToolbarProps) {
  const { settings } = choices;
  const isMoved = settings.offsetLeftMm !== 0 || settings.offsetTopMm !== 0;
  const isBusy = jobs.job !== null;
  const zoomOptions = ZOOMS.some(({ value }) => value === choices.zoom)
    ? ZOOMS
    : [...ZOOMS, { value: choices.zoom, label: `${Math.round(scale * 100)}%` }];
  const step = (direction: 1 | -1) => () => onChoose({ zoom: nextZoom(scale, direction) });
  return (
    <div className="preview-toolbar" role="toolbar" aria-label="打印预览">
      <Button type="text" icon={<ArrowLeftOutlined />} title="返回（Esc）" onClick={onClose}>
        返回
      </Button>
      <Button type="text" icon={<MinusOutlined />} aria-label="缩小" title="缩小（Ctrl -）" onClick={step(-1)} />
      <Select<Zoom>
        className="preview-zoom"
        aria-label="显示比例"
        value={choices.zoom}
        options={zoomOptions}
        onChange={(zoom) => onChoose({ zoom })}
      />
      <Button type="text" icon={<PlusOutlined />} aria-label="放大" title="放大（Ctrl +）" onClick={step(1)} />
      <Checkbox checked={choices.showStamp} onChange={({ target }) => onChoose({ showStamp: target.checked })}>
        盖章位置
      </Checkbox>
      <Popover
        trigger="click"
        placement="bottom"
        title="边距微调"
        content={<OffsetFields settings={settings} onChange={(next) => onChoose({ settings: next })} />}
      >
        <Button type="text">
          边距微调{isMoved ? `（右 ${settings.offsetLeftMm}，下 ${settings.offsetTopMm} mm）` : ''}
        </Button>
      </Popover>
      {isElectron && (
        <>
          <InputNumber
            className="preview-copies"
            aria-label="份数"
            prefix="份数"
            min={1}
            max={99}
            precision={0}
            value={choices.copies}
            onChange={(copies) => onChoose({ copies: copies ?? 1 })}
          />
          <Checkbox checked={choices.isDuplex} onChange={({ target }) => onChoose({ isDuplex: target.checked })}>
            双面
          </Checkbox>
        </>
      )}
      <span className="preview-spacer" />
      <Button icon={<FileExcelOutlined />} disabled={!canPrint || isBusy} onClick={() => void jobs.save('xlsx')}>
        另存为 Excel
      </Button>
      <Button icon={<FileWordOutlined />} disabled={!canPrint || isBusy} onClick={() => void jobs.save('docx')}>
        另存为 Word
      </Button>
      <Button icon={<FilePdfOutlined />} disabled={!canPrint || isBusy} onClick={() => void jobs.save('pdf')}>
        另存为 PDF
      </Button>
      <Button
        type="primary"
        icon={<PrinterOutlined />}
        disabled={!canPrint || isBusy}
        title="打印（Ctrl P）"
        onClick={() => void jobs.print()}
      >
        打印
      </Button>
    </div>
  );
}
