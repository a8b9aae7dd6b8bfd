import './collect.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openCollecting } from '../../shared/api/slips.ts';
import { TextField } from '../../shared/ui/text-field.tsx';
import { FormFoot } from '../form-foot.tsx';
import { useSession } from '../session.tsx';
import { PointChoice } from '../settings/point-choice.tsx';
import { useDeed } from '../use-deed.ts';
import { CollectingView } from './collecting-view.tsx';

/** Which occasion is open stands nowhere but here: leaving the page ends it. */
export function CollectPlace() {
  const { t } = useTranslation('slips');
  const [open, setOpen] = useState<string | null>(null);
  const [ended, setEnded] = useState<'done' | 'refused' | 'over' | null>(null);
  const end = (how: 'done' | 'refused' | 'over') => {
    setOpen(null);
    setEnded(how);
  };
  return (
    <main className="pane pane-main pane-whole" id="main" tabIndex={-1}>
      <title>{`${t('collect.title')} · Polku`}</title>
      {open ? <CollectingView id={open} onEnd={end} /> : <OpeningForm ended={ended} onOpen={setOpen} />}
    </main>
  );
}

function OpeningForm({ ended, onOpen }: { ended: 'done' | 'refused' | 'over' | null; onOpen: (id: string) => void }) {
  const { t } = useTranslation('slips');
  const { me } = useSession();
  const [words, setWords] = useState({ number: '', pin: '' });
  const { run, isRunning, problem } = useDeed([], { tellsHere: true });
  const isFilled = words.number.trim() !== '' && words.pin.trim() !== '';
  const open = async () => {
    await run(async () => onOpen((await openCollecting(words.number, words.pin)).id));
    setWords(({ number }) => ({ number, pin: '' }));
  };
  return (
    <form className="pane-body collect-form" aria-label={t('collect.title')} onSubmit={(event) => event.preventDefault()}>
      <h1>{t('collect.title')}</h1>
      {ended ? (
        <p className="slip-standing" role="status">
          <strong>{t(`collect.ended.${ended}`)}</strong>
        </p>
      ) : null}
      <p>{t('collect.lead')}</p>
      {me.pointId || me.points.length === 0 ? null : (
        <div className="fields">
          <p className="quiet">{t('collect.noPoint')}</p>
          <PointChoice />
        </div>
      )}
      <div className="collect-codes">
        <TextField
          label={t('number')}
          hint={t('collect.numberHint')}
          value={words.number}
          onChange={(number) => setWords({ ...words, number })}
          autoComplete="off"
          inputMode="numeric"
          autoFocus
        />
        <TextField
          label={t('pin')}
          hint={t('collect.pinHint')}
          value={words.pin}
          onChange={(pin) => setWords({ ...words, pin })}
          autoComplete="off"
          inputMode="numeric"
        />
      </div>
      <div className="actions">
        <FormFoot save={t('collect.open')} isPending={isRunning} isDisabled={!isFilled} problem={problem} onSave={() => void open()} />
      </div>
    </form>
  );
}
