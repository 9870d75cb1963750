import { App, Button } from 'antd';
import { words } from './words.ts';

export interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
}

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const { message } = App.useApp();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      void message.success(words.copied);
    } catch {
      // The browser may refuse the clipboard; the text can still be selected.
      void message.warning(words.copyFailed);
    }
  };
  return (
    <Button size="small" type="text" onClick={() => void copy()}>
      {label}
    </Button>
  );
}
