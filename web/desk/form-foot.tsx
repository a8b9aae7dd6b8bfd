import type { ReactNode } from 'react';
import { useShortcuts } from '../shared/keys/use-shortcuts.ts';
import { Button } from '../shared/ui/button.tsx';

type FormFootProps = {
  save: string;
  onSave: () => void;
  isPending: boolean;
  isDisabled?: boolean;
  problem?: string | null;
  children?: ReactNode;
};

/** The one way a panel is finished: its main command, by mouse or Ctrl+Enter. */
export function FormFoot({ save, onSave, isPending, isDisabled = false, problem, children }: FormFootProps) {
  const act = () => {
    if (!isDisabled && !isPending) onSave();
  };
  useShortcuts([{ keys: 'Control+Enter', label: save, run: act }]);
  return (
    <>
      {children}
      {problem ? (
        <span className="field-problem whole-line" role="alert">
          {problem}
        </span>
      ) : null}
      <Button kind="primary" push keys="Control+Enter" isPending={isPending} isDisabled={isDisabled} onPress={act}>
        {save}
      </Button>
    </>
  );
}
