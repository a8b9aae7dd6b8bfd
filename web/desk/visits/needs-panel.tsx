import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { noteNeeds } from '../../shared/api/visits.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { Taps } from '../../shared/ui/taps.tsx';
import { FormFoot } from '../form-foot.tsx';
import { keys } from '../queries.ts';
import { useNames } from '../session.tsx';
import { useDeed } from '../use-deed.ts';

/** What the visitor needs, put right: arrangements, never reasons. */
export function NeedsPanel({ visitId, needs }: { visitId: string; needs: readonly string[] }) {
  const { t } = useTranslation('visits');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind="plain" size="small" push icon={Pencil} onPress={() => setOpen(true)}>
        {t('needs.change')}
      </Button>
      {isOpen ? <Needs visitId={visitId} needs={needs} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Needs({ visitId, needs, onClose }: { visitId: string; needs: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation('visits');
  const names = useNames();
  const [chosen, setChosen] = useState([...needs]);
  const { run, isRunning, problem } = useDeed([keys.boards, keys.visits], { tellsHere: true });
  const save = async () => {
    if (await run(() => noteNeeds(visitId, chosen))) onClose();
  };
  return (
    <Panel
      title={t('needs.title')}
      facts={t('needs.hint')}
      onClose={onClose}
      foot={<FormFoot save={t('needs.save')} isPending={isRunning} problem={problem} onSave={() => void save()} />}
    >
      <section className="fields">
        <Taps label={t('needs.title')} hideLabel options={names.items('specialNeeds')} value={chosen} onChange={setChosen} />
      </section>
    </Panel>
  );
}
