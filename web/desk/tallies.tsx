import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tally, untally } from '../shared/api/matters.ts';
import { Button } from '../shared/ui/button.tsx';
import { showToast } from '../shared/ui/toasts.ts';
import { useNames } from './session.tsx';
import { useDeed } from './use-deed.ts';

/** Very short advice ("where is the toilet"): counted by one tap, opens nothing. */
export function Tallies() {
  const { t } = useTranslation('desk');
  const names = useNames();
  const [today, setToday] = useState<Record<string, number>>({});
  const { run } = useDeed([]);
  const count = (kind: string) =>
    void run(async () => {
      const made = await tally(kind);
      setToday((before) => ({ ...before, [kind]: made.today }));
      const undo = async () => {
        if (await run(() => untally(made.id))) setToday((before) => ({ ...before, [kind]: Math.max(0, (before[kind] ?? 1) - 1) }));
      };
      showToast({ text: t('tally.counted', { kind: names.item('tallyKinds', kind) }), undo });
    });
  return (
    <section className="section" aria-labelledby="tally">
      <div className="section-head">
        <h2 id="tally">{t('tally.title')}</h2>
      </div>
      <div className="taps">
        {names.items('tallyKinds').map((kind) => (
          <Button key={kind.id} onPress={() => count(kind.id)}>
            {kind.label}
            {today[kind.id] ? <span className="count">{today[kind.id]}</span> : null}
          </Button>
        ))}
      </div>
    </section>
  );
}
