import { Check, Ellipsis, Pencil, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Step } from '../../../server/modules/matters/path/schema.ts';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { changeStep } from '../../shared/api/matters.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Menu } from '../../shared/ui/menu.tsx';
import { showToast } from '../../shared/ui/toasts.ts';
import { useTimes } from '../../shared/ui/use-times.ts';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';

/** When a step is due, in the fewest words. */
export function useStepWhen(): (step: Step, state: 'now' | 'next') => ReactNode {
  const { t } = useTranslation('desk');
  const { date, time } = useTimes();
  return (step, state) => {
    const now = state === 'now' ? <b>{t('path.now')}</b> : null;
    if (step.at) {
      return (
        <time dateTime={step.at}>
          {now ?? <b>{date(step.at)}</b>} {state === 'now' ? date(step.at) : time(step.at)}
        </time>
      );
    }
    if (!step.deadlineAt) return now;
    return (
      <>
        {now} {t('path.by', { date: date(step.deadlineAt) })}
      </>
    );
  };
}

export function StepCommand({ page, step, onEdit }: { page: MatterPage; step: Step; onEdit: (step: Step) => void }) {
  const { t } = useTranslation('desk');
  const { run } = useDeed([keys.matter(page.id)]);
  const change = (state: 'planned' | 'done' | 'dropped') => run(() => changeStep(page.id, step.id, { state }));
  const changeWithUndo = async (state: 'done' | 'dropped') => {
    if (await change(state))
      showToast({ text: t(`path.${state === 'done' ? 'stepDone' : 'stepDropped'}`), undo: async () => void (await change('planned')) });
  };
  return (
    <Menu
      label={t('path.stepMenu', { title: step.title })}
      commands={[
        ...(step.state === 'done'
          ? [{ id: 'again', label: t('path.notDone'), icon: X, run: () => void change('planned') }]
          : [
              { id: 'done', label: t('path.markDone'), icon: Check, run: () => void changeWithUndo('done') },
              { id: 'edit', label: t('path.edit'), icon: Pencil, run: () => onEdit(step) },
              { id: 'drop', label: t('path.drop'), icon: X, run: () => void changeWithUndo('dropped') },
            ]),
      ]}
    >
      <Button kind="plain" size="small" icon={Ellipsis} aria-label={t('path.stepMenu', { title: step.title })} />
    </Menu>
  );
}
