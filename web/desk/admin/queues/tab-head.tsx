import { Plus } from 'lucide-react';
import { useShortcuts } from '../../../shared/keys/use-shortcuts.ts';
import { Button } from '../../../shared/ui/button.tsx';

/** What the tab is for, and the way to add one more. */
export function TabHead({ intro, add, onAdd }: { intro: string; add: string; onAdd: () => void }) {
  useShortcuts([{ keys: 'n', label: add, run: onAdd }]);
  return (
    <div className="queues-tab-head">
      <p className="quiet">{intro}</p>
      <Button kind="primary" icon={Plus} keys="n" onPress={onAdd}>
        {add}
      </Button>
    </div>
  );
}
