import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Bus, writeBus } from '../../../../shared/api/bus.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { Choice } from '../../../../shared/ui/choice.tsx';
import { Panel } from '../../../../shared/ui/panel.tsx';
import { useDeed } from '../../../use-deed.ts';
import { NumberField } from '../../queues/displays/number-field.tsx';
import { keys } from '../queries.ts';
import { LinesIn } from './lines-in.tsx';

/** What is on board, how one gets in, and how long packing takes before the bus leaves. */
export function AboutBusPanel({ bus, onClose }: { bus: Bus; onClose: () => void }) {
  const { t } = useTranslation('bus');
  const [draft, setDraft] = useState(bus);
  const { run, isRunning, problem } = useDeed([keys.all], { tellsHere: true });
  const { version, leaveMinutes, onBoard, accessibility, walkIn } = draft;
  const save = async () => {
    if (await run(() => writeBus(bus.id, { version, leaveMinutes, onBoard, accessibility, walkIn }))) onClose();
  };
  const foot = (
    <Button kind="primary" isPending={isRunning} onPress={() => void save()}>
      {t('keep.save')}
    </Button>
  );
  return (
    <Panel title={t('keep.about')} onClose={onClose} foot={foot}>
      <div className="fields">
        {problem ? (
          <p className="field-problem" role="alert">
            {problem}
          </p>
        ) : null}
        <LinesIn label={t('keep.onBoard')} value={onBoard} onChange={(lines) => setDraft({ ...draft, onBoard: lines })} />
        <LinesIn label={t('keep.gettingIn')} value={accessibility} onChange={(lines) => setDraft({ ...draft, accessibility: lines })} />
        <NumberField
          name="leaveMinutes"
          label={t('keep.leaveMinutes')}
          value={leaveMinutes}
          from={0}
          to={120}
          onChange={(minutes) => setDraft({ ...draft, leaveMinutes: minutes })}
        />
        <Choice
          label={t('keep.walkIn')}
          options={(['yes', 'no'] as const).map((id) => ({ id, label: t(`keep.walkIns.${id}`) }))}
          value={walkIn ? 'yes' : 'no'}
          onChange={(id) => setDraft({ ...draft, walkIn: id === 'yes' })}
        />
      </div>
    </Panel>
  );
}
