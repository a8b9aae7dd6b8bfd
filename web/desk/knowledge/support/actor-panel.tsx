import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../../shared/api/request.ts';
import { addActor, changeActor, type SupportActor } from '../../../shared/api/support.ts';
import { Panel } from '../../../shared/ui/panel.tsx';
import { Select } from '../../../shared/ui/select.tsx';
import { Tap, Taps } from '../../../shared/ui/taps.tsx';
import { TextField } from '../../../shared/ui/text-field.tsx';
import { showToast } from '../../../shared/ui/toasts.ts';
import { FormFoot } from '../../form-foot.tsx';
import { keys } from '../../queries.ts';
import { useNames, useSession } from '../../session.tsx';
import { useDeed } from '../../use-deed.ts';
import { HoursEditor } from '../specialists/hours-editor.tsx';
import { useLanguageWords } from '../specialists/use-specialist-words.ts';
import { ActorTexts } from './actor-texts.tsx';
import { editedActor, inputOf, isWhole } from './edited-actor.ts';
import { useKeptSupport } from './use-kept-support.ts';

const kinds = ['city', 'library', 'education', 'association', 'wellbeing', 'authority', 'company', 'other'] as const;
const ways = ['at-place', 'home', 'remote'] as const;
const contacts = ['phone', 'email', 'website', 'brochure'] as const;

/** Adding one or mending it; whoever saves has looked all of it over, and whoever adds one answers for it. */
export function ActorPanel({ actor, onClose }: { actor: SupportActor | null; onClose: () => void }) {
  const { t } = useTranslation('support');
  const names = useNames();
  const { me } = useSession();
  const language = useLanguageWords();
  const owners = useKeptSupport();
  const key = useRef(newKey());
  const [edited, setEdited] = useState(() => editedActor(actor));
  const [owner, setOwner] = useState(owners[0]?.id ?? null);
  const [retired, setRetired] = useState(actor?.isRetired ?? false);
  const { run, isRunning, problem, faults } = useDeed([keys.supportActors], { tellsHere: true });
  const put = (change: Partial<typeof edited>) => setEdited({ ...edited, ...change });

  async function save() {
    const input = inputOf(edited);
    const send = async () => {
      if (actor) await changeActor(actor.id, { ...input, version: actor.version, ...(retired === actor.isRetired ? {} : { retired }) });
      else if (owner) await addActor({ ...input, ownerOrganisationId: owner, ownerPersonId: me.id }, key.current);
    };
    if (!(await run(send))) return;
    showToast({ text: t('saved') });
    onClose();
  }

  return (
    <Panel
      title={actor ? t('edit') : t('add')}
      facts={actor ? edited.texts.fi.name : undefined}
      onClose={onClose}
      foot={
        <FormFoot
          save={t('save')}
          isPending={isRunning}
          isDisabled={!isWhole(edited) || (!actor && !owner)}
          onSave={() => void save()}
          problem={problem}
        />
      }
    >
      <section className="fields two">
        <Select
          label={t('kind')}
          options={kinds.map((id) => ({ id, label: t(`actorKinds.${id}`) }))}
          value={edited.kind}
          onChange={(kind) => put({ kind: kind as typeof edited.kind })}
        />
        {!actor && owners.length > 1 ? <Select label={t('owner')} options={owners} value={owner} onChange={setOwner} /> : null}
      </section>
      <ActorTexts texts={edited.texts} onChange={(texts) => put({ texts })} />
      <section className="fields">
        <Taps
          label={t('kinds')}
          options={names.items('digitalSupportKinds')}
          value={edited.supportKinds}
          onChange={(supportKinds) => put({ supportKinds })}
        />
        <Taps
          label={t('answersTo')}
          options={names.items('digitalReferralCriteria')}
          value={edited.answersTo}
          onChange={(answersTo) => put({ answersTo })}
        />
        <Taps
          label={t('waysLabel')}
          options={ways.map((id) => ({ id, label: t(`ways.${id}`) }))}
          value={edited.ways}
          onChange={(chosen) => put({ ways: ways.filter((way) => chosen.includes(way)) })}
        />
        <Taps
          label={t('languages')}
          options={language.all.filter(({ id }) => /^[a-z]{2,3}$/.test(id))}
          value={edited.languages}
          onChange={(languages) => put({ languages })}
        />
      </section>
      <section className="fields two">
        {contacts.map((field) => (
          <TextField
            key={field}
            id={`actor-${field}`}
            label={t(field)}
            value={edited[field]}
            maxLength={field === 'phone' ? 60 : 500}
            onChange={(text) => put({ [field]: text })}
            problem={faults[field]}
          />
        ))}
      </section>
      <section className="fields">
        <Tap value="free" isSelected={edited.isFree} onChange={(isFree) => put({ isFree })}>
          {t('free')}
        </Tap>
      </section>
      <HoursEditor title={t('when')} value={edited.hours} onChange={(hours) => put({ hours })} />
      {actor ? (
        <section className="actions">
          <Tap value="retired" isSelected={retired} onChange={setRetired}>
            {t('retire')}
          </Tap>
        </section>
      ) : null}
    </Panel>
  );
}
