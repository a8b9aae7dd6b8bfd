import {
  ArrowRight,
  CircleCheck,
  Clock,
  DoorOpen,
  Ellipsis,
  Megaphone,
  Pause,
  Play,
  Shuffle,
  SkipForward,
  Undo2,
  UserX,
} from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { BoardStep } from '../../shared/api/visits.ts';
import { useShortcuts } from '../../shared/keys/use-shortcuts.ts';
import { Button, buttonClass } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { type Command, Menu } from '../../shared/ui/menu.tsx';
import type { Deed, Serving } from './use-serving.ts';

export type Choosing = 'moved' | 'continued';

type ToolbarProps = {
  step: BoardStep;
  serving: Serving;
  /** The visit has a contact to be written up. */
  wrapsUp: boolean;
  onFinish: () => void;
  onChoosing: (what: Choosing) => void;
};

/** What is done with the visitor at one's counter, on one line: the likeliest first, the rest behind one button. Each has its key. */
export function VisitorToolbar({ step, serving, wrapsUp, onFinish, onChoosing }: ToolbarProps) {
  const { t } = useTranslation('visits');
  const commands = useCommands({ step, serving, wrapsUp, onFinish, onChoosing });
  useShortcuts(commands.map(({ keys, label, run }) => ({ keys, label, run })));
  const likely = step.state === 'called' ? ['serving', 'recalled', 'no-show'] : ['finished', 'continued', 'parked'];
  const shown = likely.flatMap((id) => commands.find((command) => command.id === id) ?? []);
  return (
    <section className="visitor-toolbar" aria-label={t('here.commands', { code: step.code })}>
      {shown.map(({ id, keys, label, icon, run }, place) => (
        <Button key={id} kind={place === 0 ? 'primary' : 'normal'} icon={icon} keys={keys} isDisabled={serving.isRunning} onPress={run}>
          {label}
        </Button>
      ))}
      <Menu label={t('deed.more')} commands={commands.filter(({ id }) => !likely.includes(id))}>
        <AriaButton className={buttonClass({ push: true })} aria-label={t('deed.more')}>
          <Icon of={Ellipsis} />
        </AriaButton>
      </Menu>
    </section>
  );
}

type KeyedCommand = Command & { keys: string; icon: NonNullable<Command['icon']> };

function useCommands({ step, serving, wrapsUp, onFinish, onChoosing }: ToolbarProps): KeyedCommand[] {
  const { t } = useTranslation('visits');
  const act = (deed: Deed) => () => void serving.act(step, deed);
  const whileCalled: KeyedCommand[] = [
    { id: 'serving', keys: 'b', label: t('deed.serving'), icon: Play, run: act({ deed: 'serving' }) },
    { id: 'recalled', keys: 'r', label: t('deed.recalled'), icon: Megaphone, run: act({ deed: 'recalled' }) },
    { id: 'no-show', keys: 'n', label: t('deed.no-show'), icon: SkipForward, run: act({ deed: 'no-show' }) },
    { id: 'later', keys: 'l', label: t('deed.later'), icon: Clock, run: act({ deed: 'later', minutes: 10 }) },
    { id: 'excluded', keys: 'e', label: t('deed.excluded'), icon: UserX, run: act({ deed: 'excluded' }) },
  ];
  return [
    ...(step.state === 'called' ? whileCalled : []),
    { id: 'finished', keys: 'w', label: t(wrapsUp ? 'deed.finishAndWrapUp' : 'deed.finished'), icon: CircleCheck, run: onFinish },
    { id: 'continued', keys: 'h', label: t('deed.continued'), icon: ArrowRight, run: () => onChoosing('continued') },
    { id: 'parked', keys: 'p', label: t('deed.parked'), icon: Pause, run: act({ deed: 'parked' }) },
    { id: 'moved', keys: 's', label: t('deed.moved'), icon: Shuffle, run: () => onChoosing('moved') },
    { id: 'returned', keys: 'y', label: t('deed.returned'), icon: Undo2, run: act({ deed: 'returned' }) },
    { id: 'left', keys: 'x', label: t('deed.left'), icon: DoorOpen, run: act({ deed: 'left' }) },
  ];
}
