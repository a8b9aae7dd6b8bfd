import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { linkMatters, search, takeIn } from '../../shared/api/matters.ts';
import { Button } from '../../shared/ui/button.tsx';
import { sayMatterNumber } from '../../shared/ui/matter-number.ts';
import { Panel } from '../../shared/ui/panel.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { Time } from '../../shared/ui/time.tsx';
import { showToast } from '../../shared/ui/toasts.ts';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';

/** Finds the other matter and joins the two: merged they are one, linked they stay two that know of each other. */
export function JoinPanel({ page, how, onClose }: { page: MatterPage; how: 'merge' | 'link'; onClose: () => void }) {
  const { t } = useTranslation('desk');
  const [words, setWords] = useState('');
  const found = useQuery({
    queryKey: ['search', words.trim()],
    queryFn: ({ signal }) => search(words.trim(), signal),
    enabled: words.trim().length >= 2,
  });
  const { run, isRunning } = useDeed([keys.matter(page.id), keys.matters]);
  const others = words.trim().length >= 2 ? (found.data?.matters ?? []) : page.duplicates;

  async function join(otherId: string) {
    const done = await run(() => (how === 'merge' ? takeIn(page.id, otherId) : linkMatters(page.id, otherId)));
    if (!done) return;
    showToast({ text: t(how === 'merge' ? 'join.merged' : 'join.linked') });
    onClose();
  }

  return (
    <Panel title={t(`menu.${how}`)} facts={t(`join.${how}Facts`, { title: page.title })} onClose={onClose}>
      <section className="fields">
        <TextField label={t('join.find')} value={words} onChange={setWords} autoFocus />
        <ul className="lines">
          {others
            .filter((other) => other.id !== page.id)
            .map((other) => (
              <li key={other.id}>
                <span className="name">
                  {other.title}{' '}
                  <span className="quiet">
                    {sayMatterNumber(other.number)} · <Time at={other.openedAt} look="date" />
                  </span>
                </span>
                <Button size="small" push isPending={isRunning} onPress={() => void join(other.id)}>
                  {t(`join.${how}`)}
                </Button>
              </li>
            ))}
        </ul>
      </section>
    </Panel>
  );
}
