import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentPage } from '../../../server/modules/matters/documents/schema.ts';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { addCustody, type NewCustody } from '../../shared/api/documents.ts';
import { ComboBox } from '../../shared/ui/combo-box.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { TextArea, TextField } from '../../shared/ui/text-field.tsx';
import { FormFoot } from '../form-foot.tsx';
import { useOrganisationOptions } from '../options.ts';
import { keys, useMatter } from '../queries.ts';
import { useNames, useSession } from '../session.tsx';
import { useDeed } from '../use-deed.ts';
import { type Ground, GroundFields, isGround } from './ground-fields.tsx';
import { usePointOptions } from './use-point-options.ts';

export type Deed = NewCustody['kind'];

/** Who has shown who they are may have their paper back. */
const proofs = ['known-contact', 'document-seen', 'strong', 'mandate'] as const;
type Proof = (typeof proofs)[number];

const atPoint: readonly Deed[] = ['moved', 'signed', 'came-back', 'taken-over'];
const onTheWay: readonly Deed[] = ['handed', 'handed-back', 'sent-on'];
const withPlace: readonly Deed[] = [...atPoint, ...onTheWay];
/** Which of the matter's needs it belongs to is told with these, where it was not known. */
const withNeed: readonly Deed[] = ['transferred', 'sent-on'];

/** One link of the chain: where to, with whom, and what else is worth keeping. Time and name are kept by themselves. */
export function DeedPanel({ page, deed, onClose }: { page: DocumentPage; deed: Deed; onClose: () => void }) {
  const { t } = useTranslation('documents');
  const { me } = useSession();
  const names = useNames();
  const points = usePointOptions();
  // A paper that was taken over may need a need of its keeper's own before it goes to the authority it is for.
  const isTakenOver = page.receivedByOrganisationId !== page.ownerOrganisationId;
  const organisations = useOrganisationOptions().filter(({ id }) => isTakenOver || id !== page.organisationId);
  const [pointId, setPointId] = useState(deed === 'moved' ? page.pointId : (me.pointId ?? null));
  const [place, setPlace] = useState('');
  const [note, setNote] = useState('');
  const [identification, setIdentification] = useState<Proof | null>(null);
  const [organisationId, setOrganisationId] = useState<string | null>(null);
  const needs = useNeedsToGoBy(page, deed);
  const [picked, setNeedId] = useState(page.needId);
  const needId = needs.some(({ id }) => id === picked) ? picked : null;
  const [ground, setGround] = useState<Ground>({
    basis: 'law',
    ground: deed === 'transferred' ? t('ground.transferLaw') : '',
    givenHow: null,
  });
  const { run, isRunning, problem } = useDeed([keys.document(page.id), keys.documents, keys.matter(page.matterId)], { tellsHere: true });
  const keptBy = page.movedToOrganisationId;
  const isDisclosed = page.isSharedWithKeeper && needId === page.needId;
  const toOrg = receiverOf(deed, { page, chosen: organisationId, isDisclosed });
  const needsGround = toOrg !== null && toOrg !== page.ownerOrganisationId;
  const isReady =
    (deed !== 'moved' || pointId || place.trim()) &&
    (deed !== 'returned' || identification) &&
    (deed !== 'transferred' || organisationId) &&
    (!withNeed.includes(deed) || needId) &&
    (!needsGround || isGround(ground));

  async function save() {
    const where = atPoint.includes(deed) ? { pointId } : {};
    const told = { version: page.version, place, note, ...where, ...(needsGround ? ground : {}) };
    const more = {
      ...(identification ? { identification } : {}),
      ...(deed === 'transferred' ? { organisationId, needId } : {}),
      ...(deed === 'sent-on' ? { needId } : {}),
    };
    if (await run(() => addCustody(page.id, { kind: deed, ...told, ...more } as NewCustody))) onClose();
  }

  return (
    <Panel
      title={t(`deeds.${deed}.do`)}
      facts={page.title}
      onClose={onClose}
      foot={
        <FormFoot save={t(`deeds.${deed}.save`)} isPending={isRunning} problem={problem} isDisabled={!isReady} onSave={() => void save()} />
      }
    >
      <section className="fields">
        <p>{t(`deeds.${deed}.hint`, { organisation: names.organisation(keptBy) })}</p>
        {deed === 'transferred' ? (
          <ComboBox label={t('fields.rightAuthority')} options={organisations} value={organisationId} onChange={setOrganisationId} />
        ) : null}
        {asksNeed(page, deed) ? <RightNeed needs={needs} value={needId} onChange={setNeedId} /> : null}
        {deed === 'returned' ? (
          <Select
            label={t('fields.identification')}
            options={proofs.map((id) => ({ id, label: names.item('identificationLevels', id) }))}
            value={identification}
            onChange={(id) => setIdentification(id as Proof)}
          />
        ) : null}
        {atPoint.includes(deed) ? <Select label={t('fields.point')} options={points} value={pointId} onChange={setPointId} /> : null}
        {withPlace.includes(deed) ? (
          <TextField
            label={t(onTheWay.includes(deed) ? 'fields.carrier' : 'fields.place')}
            value={place}
            onChange={setPlace}
            maxLength={120}
          />
        ) : null}
      </section>
      {needsGround && toOrg ? (
        <GroundFields
          told={{ matterId: page.matterId, needId, organisationId: toOrg, language: page.language }}
          organisation={names.organisation(toOrg)}
          value={ground}
          onChange={setGround}
        />
      ) : null}
      <section className="fields">
        <TextArea label={t('fields.note')} value={note} onChange={setNote} rows={2} maxLength={500} />
      </section>
    </Panel>
  );
}

type Going = { page: DocumentPage; chosen: string | null; isDisclosed: boolean };

/** Who comes to see more by this than they do: a ground is kept. */
function receiverOf(deed: Deed, { page, chosen, isDisclosed }: Going): string | null {
  if (deed === 'transferred') return chosen;
  if (deed === 'handed') return page.isShared ? null : page.organisationId;
  return deed === 'sent-on' && !isDisclosed ? page.movedToOrganisationId : null;
}

const asksNeed = (page: DocumentPage, deed: Deed): boolean => deed === 'transferred' || (deed === 'sent-on' && !page.needId);

type Need = MatterPage['needs'][number];

/** A need is disclosed by those who keep it alone: another's is not there for them to pick. What is not asked for stays as it is known. */
function useNeedsToGoBy(page: DocumentPage, deed: Deed): Pick<Need, 'id' | 'serviceName' | 'ownWords'>[] {
  const { data: matter } = useMatter(page.matterId);
  if (!asksNeed(page, deed)) return page.needId ? [{ id: page.needId, serviceName: page.needName, ownWords: '' }] : [];
  const keeper = deed === 'transferred' ? matter?.ownerOrganisationId : page.ownerOrganisationId;
  return matter?.needs.filter((need) => need.state !== 'dropped' && need.ownerOrganisationId === keeper) ?? [];
}

type RightNeedProps = {
  needs: readonly Pick<Need, 'id' | 'serviceName' | 'ownWords'>[];
  value: string | null;
  onChange: (id: string) => void;
};

function RightNeed({ needs, value, onChange }: RightNeedProps) {
  const { t } = useTranslation('documents');
  const { t: desk } = useTranslation('desk');
  if (needs.length === 0) return <p className="quiet">{t('fields.noNeed')}</p>;
  return (
    <Select
      label={t('fields.need')}
      placeholder={desk('choose')}
      options={needs.map((need) => ({ id: need.id, label: need.serviceName || need.ownWords }))}
      value={value}
      onChange={onChange}
    />
  );
}
