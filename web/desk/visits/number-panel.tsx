import type { ReactNode } from 'react';
import type { ArrivedAnswer } from '../../shared/api/visits.ts';
import { Panel } from '../../shared/ui/panel.tsx';
import { NumberGiven } from './number-given.tsx';

type NumberPanelProps = {
  title: string;
  facts?: string;
  given: ArrivedAnswer;
  foot?: ReactNode;
  onClose: () => void;
  /** Under the number. */
  children?: ReactNode;
};

/** A number to be told to the visitor, shown to them and given on paper. */
export function NumberPanel({ given, children, ...panel }: NumberPanelProps) {
  return (
    <Panel {...panel}>
      <NumberGiven given={given} />
      {children}
    </Panel>
  );
}
