import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentInput } from '../../../server/modules/matters/documents/schema.ts';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { receiveDocument } from '../../shared/api/documents.ts';
import { newKey } from '../../shared/api/request.ts';
import { Choice } from '../../shared/ui/choice.tsx';
import { ComboBox } from '../../shared/ui/combo-box.tsx';
import { daysAfter, todayInFinland } from '../../shared/ui/days.ts';
import { momentOfLocal } from '../../shared/ui/local-time.ts';
import { Panel } from '../../shared/ui/panel.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { Tap } from '../../shared/ui/taps.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { FormFoot } from '../form-foot.tsx';
import { useOrganisationOptions } from '../options.ts';
import { keys } from '../queries.ts';
import { useSession } from '../session.tsx';
import { useDeed } from '../use-deed.ts';
import { usePointOptions } from './use-point-options.ts';

/** Usual days until an original goes back to its owner. */
const USUAL_DAYS = 14;

/** Takes in a paper: what it is, for whom, when it came. Opens its own page, where it is scanned and its receipt printed. */
export function ReceivePanel({ page, onClose }: { page: MatterPage; onClose: () => void }) {
  const { t } = useTranslation('documents');
  const navigate = useNavigate();
  const { me } = useSession();
  const organisations = useOrganisationOptions();
  const points = usePointOptions();
  const needs = page.needs.filter((need) => need.state !== 'dropped');
  const first = needs.find((need) => !need.outcome);
  const [kind, setKind] = useState<DocumentInput['kind'] | null>(null);
  const [title, setTitle] = useState('');
  const [pages, setPages] = useState('1');
  const [needId, setNeedId] = useState(first?.id ?? null);
  const [organisationId, setOrganisationId] = useState(first?.organisationId ?? null);
  const [goesBack, setGoesBack] = useState(false);
  const [returnBy, setReturnBy] = useState(daysAfter(todayInFinland(), USUAL_DAYS));
  const [arrived, setArrived] = useState('');
  const [pointId, setPointId] = useState(me.pointId ?? page.pointId);
  const [place, setPlace] = useState('');
  const key = useRef(newKey());
  const { run, isRunning, problem, faults } = useDeed([keys.matter(page.id), keys.matters, keys.documents], { tellsHere: true });

  const chooseNeed = (id: string) => {
    setNeedId(id);
    setOrganisationId(needs.find((need) => need.id === id)?.organisationId ?? null);
  };

  async function receive() {
    if (!kind) return;
    const input = {
      kind,
      title,
      pages: Number(pages),
      needId,
      organisationId,
      arrivedAt: momentOfLocal(arrived),
      pointId,
      place,
      returnBy: goesBack ? returnBy : null,
    };
    let id = '';
    const done = await run(async () => {
      id = (await receiveDocument(page.id, input, key.current)).id;
    });
    key.current = newKey();
    if (!done) return;
    onClose();
    void navigate({ to: '/documents/$documentId', params: { documentId: id }, search: { view: 'here' } });
  }

  return (
    <Panel
      title={t('receive.title')}
      facts={page.title}
      onClose={onClose}
      foot={
        <FormFoot
          save={t('receive.save')}
          isPending={isRunning}
          problem={problem}
          isDisabled={!kind || !title.trim() || !(Number(pages) >= 1) || (goesBack && !returnBy)}
          onSave={() => void receive()}
        />
      }
    >
      <section className="fields">
        <TextField
          label={t('fields.title')}
          hint={t('fields.titleHint')}
          value={title}
          onChange={setTitle}
          problem={faults.title}
          maxLength={120}
          autoFocus
        />
        <div className="fields two">
          <Choice
            label={t('fields.kind')}
            options={(['original', 'copy'] as const).map((id) => ({ id, label: t(`kinds.${id}`) }))}
            value={kind}
            onChange={(id) => {
              setKind(id as DocumentInput['kind']);
              setGoesBack(id === 'original');
            }}
          />
          <TextField label={t('fields.pages')} value={pages} onChange={setPages} problem={faults.pages} inputMode="numeric" maxLength={4} />
        </div>
      </section>
      <section className="fields">
        <Select
          label={t('fields.need')}
          options={needs.map((need) => ({ id: need.id, label: need.serviceName || need.ownWords }))}
          value={needId}
          onChange={chooseNeed}
        />
        <ComboBox label={t('fields.authority')} options={organisations} value={organisationId} onChange={setOrganisationId} />
        <p className="hint">{t('fields.authorityHint')}</p>
      </section>
      <section className="fields">
        <Tap value="back" isSelected={goesBack} onChange={setGoesBack}>
          {t('fields.goesBack')}
        </Tap>
        {goesBack ? (
          <TextField label={t('fields.returnBy')} type="date" value={returnBy} onChange={setReturnBy} problem={faults.returnBy} />
        ) : null}
      </section>
      <section className="fields two">
        <TextField label={t('fields.arrived')} hint={t('fields.arrivedHint')} type="datetime-local" value={arrived} onChange={setArrived} />
        <Select label={t('fields.point')} options={points} value={pointId} onChange={setPointId} problem={faults.pointId} />
        <TextField label={t('fields.place')} hint={t('fields.placeHint')} value={place} onChange={setPlace} maxLength={120} />
      </section>
    </Panel>
  );
}
