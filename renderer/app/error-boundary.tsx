import { Button, Result } from 'antd';
import { Component, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  /** A new value gives the screen another try. */
  readonly resetKey: string;
}
interface State {
  readonly hasFailed: boolean;
  readonly failedKey: string | null;
}

/**
 * Keeps the frame standing when a screen fails to draw. What was typed lives outside the screens and stays.
 * The browser reports the error itself.
 */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { hasFailed: false, failedKey: null };

  static getDerivedStateFromError(): Partial<State> {
    return { hasFailed: true };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    if (!state.hasFailed) return { failedKey: props.resetKey };
    return state.failedKey === props.resetKey ? null : { hasFailed: false, failedKey: props.resetKey };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <Result
        status="warning"
        title="这个页面没有显示出来"
        subTitle="已填内容没有丢失。请重试；仍不行请重新打开程序。"
        extra={
          <Button type="primary" onClick={() => this.setState({ hasFailed: false })}>
            重试
          </Button>
        }
      />
    );
  }
}
