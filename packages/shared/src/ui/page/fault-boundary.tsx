import { Component, type ReactNode } from 'react';

import type { Messages } from '../messages/en.ts';
import { BlankState } from '../parts/blank-state.tsx';
import { Button } from '../parts/button.tsx';

type Props = { readonly messages: Messages; readonly children: ReactNode };

/** Shows a way on where a component threw, in place of an empty page. React offers this to classes only. */
export class FaultBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render(): ReactNode {
    const { failure } = this.props.messages;
    if (!this.state.broken) return this.props.children;
    return (
      <BlankState
        title={failure.broken}
        step={
          <Button look="primary" onPress={() => location.reload()}>
            {failure.reload}
          </Button>
        }
      >
        <p>{failure.brokenWhy}</p>
      </BlankState>
    );
  }
}
