import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpecialistCandidate } from '../../../shared/api/specialists.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { ComboBox } from '../../../shared/ui/combo-box.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';
import { useSession } from '../../session.tsx';
import { useCandidates } from './queries.ts';
import { SpecialistPanel } from './specialist-panel.tsx';

/** Oneself, or first whom: those who answer for their organisation add their people. */
export function NewSpecialist() {
  const { t } = useTranslation('specialists');
  const { me } = useSession();
  const people = useCandidates().data ?? [];
  const [chosen, setChosen] = useState<SpecialistCandidate | null>(null);
  const [isChoosing, setChoosing] = useState(false);
  if (people.length === 0) return null;
  const [only] = people;
  const isMe = people.length === 1 && only?.id === me.id;
  return (
    <>
      <Button icon={Plus} onPress={() => (isMe && only ? setChosen(only) : setChoosing(true))}>
        {isMe ? t('addMe') : t('add')}
      </Button>
      {isChoosing ? (
        <Panel title={t('add')} onClose={() => setChoosing(false)}>
          <section className="fields">
            <ComboBox
              label={t('who')}
              options={people.map(({ id, name }) => ({ id, label: name }))}
              value={null}
              onChange={(id) => {
                setChosen(people.find((one) => one.id === id) ?? null);
                setChoosing(false);
              }}
              autoFocus
            />
          </section>
        </Panel>
      ) : null}
      {chosen ? <SpecialistPanel person={chosen} kept={null} onClose={() => setChosen(null)} /> : null}
    </>
  );
}
