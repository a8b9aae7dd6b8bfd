import './specialists.css';
import { useNavigate } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  keepSpecialist,
  removeSpecialist,
  type Specialist,
  type SpecialistCandidate,
  type WayToAsk,
} from '../../../shared/api/specialists.ts';
import { nameIn } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';
import { Select } from '../../../shared/ui/select.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { Tap, Taps } from '../../../shared/ui/taps.tsx';
import { TextField } from '../../../shared/ui/text-field.tsx';
import { showToast } from '../../../shared/ui/toasts.ts';
import { FormFoot } from '../../form-foot.tsx';
import { keys } from '../../queries.ts';
import { useNames, useSession } from '../../session.tsx';
import { useDeed } from '../../use-deed.ts';
import { AnswersFor } from './answers-for.tsx';
import { HoursEditor } from './hours-editor.tsx';
import { inputOf, missingIn, noHours, type Written, writtenOf } from './profile.ts';
import { useSpecialists } from './queries.ts';
import { SkillFields } from './skill-fields.tsx';
import { useLanguageWords } from './use-specialist-words.ts';

type PanelProps = { person: SpecialistCandidate; kept: Specialist | null; onClose: () => void };

/** Writing a profile: one's own, or of a person of one's organisation. */
export function SpecialistPanel({ person, kept, onClose }: PanelProps) {
  const { t } = useTranslation('specialists');
  // The words of times of day are the administration's, fetched when they are needed.
  const { ready } = useTranslation('admin');
  const { me, directory } = useSession();
  const locale = useLocale();
  const go = useNavigate();
  const unitIds = kept && person.id === me.id ? me.unitIds : person.unitIds;
  const tierOf = (unitId: string) => directory.units.find((unit) => unit.id === unitId)?.tier ?? 1;
  const [first = ''] = unitIds;
  const [written, setWritten] = useState(() =>
    writtenOf(kept, { unitId: first, language: person.id === me.id ? me.language : 'fi', isAsked: tierOf(first) > 1 }, (names) =>
      nameIn(names, locale),
    ),
  );
  const { run, isRunning, problem } = useDeed([keys.specialists], { tellsHere: true });
  const set = (change: Partial<Written>) => setWritten((before) => ({ ...before, ...change }));
  const missing = missingIn(written);

  async function save() {
    if (!(await run(() => keepSpecialist(person.id, inputOf(written, kept?.version ?? 0))))) return;
    showToast({ text: t('edit.saved') });
    onClose();
  }

  async function remove() {
    if (!(await run(() => removeSpecialist(person.id)))) return;
    onClose();
    void go({ to: '/knowledge/specialists' });
  }

  return (
    <Panel
      title={kept ? t('edit.title') : t('add')}
      facts={person.name}
      onClose={onClose}
      foot={
        <FormFoot save={t('edit.save')} isPending={isRunning} isDisabled={missing.length > 0} onSave={() => void save()} problem={problem}>
          {missing.length > 0 ? (
            <span className="quiet small" role="status">
              {t('edit.missing', { what: missing.map((one) => t(`edit.what.${one}`)).join(', ') })}
            </span>
          ) : null}
        </FormFoot>
      }
    >
      {ready ? (
        <>
          <Asked written={written} set={set} unitIds={unitIds} isAsked={tierOf(written.unitId) > 1} />
          <SkillFields value={written.skills} onChange={(skills) => set({ skills })} />
          <AnswersFor value={written.answersFor} onChange={(answersFor) => set({ answersFor })} />
          <HoursEditor title={t('duty')} value={written.duty} onChange={(duty) => set({ duty })} />
          <Backup personId={person.id} written={written} set={set} />
          {kept ? (
            <p className="actions">
              <Button kind="plain" icon={Trash2} isPending={isRunning} onPress={() => void remove()}>
                {t('edit.remove')}
              </Button>
            </p>
          ) : null}
        </>
      ) : (
        <Skeleton lines={8} />
      )}
    </Panel>
  );
}

type FieldsProps = { written: Written; set: (change: Partial<Written>) => void };

function Asked({ written, set, unitIds, isAsked }: FieldsProps & { unitIds: string[]; isAsked: boolean }) {
  const { t } = useTranslation('specialists');
  const names = useNames();
  const { all } = useLanguageWords();
  const ways: WayToAsk[] = isAsked ? ['request', 'call'] : ['call'];
  return (
    <section className="fields">
      {unitIds.length > 1 ? (
        <Select
          label={t('edit.unit')}
          options={unitIds.map((id) => ({ id, label: names.unit(id) }))}
          value={written.unitId}
          onChange={(unitId) => set({ unitId })}
        />
      ) : null}
      <Taps label={t('languages')} options={all} value={written.languages} onChange={(languages) => set({ languages })} />
      <Taps
        label={t('howToAsk')}
        options={ways.map((id) => ({ id, label: t(`ways.${id}`) }))}
        value={written.askedBy}
        onChange={(askedBy) => set({ askedBy: askedBy as WayToAsk[] })}
      />
      {written.askedBy.includes('call') ? (
        <>
          <TextField label={t('edit.phone')} value={written.phone} onChange={(phone) => set({ phone })} maxLength={60} inputMode="tel" />
          <Tap value="hours" isSelected={written.phoneHours !== null} onChange={(own) => set({ phoneHours: own ? noHours : null })}>
            {t('edit.ownPhoneHours')}
          </Tap>
          {written.phoneHours ? (
            <HoursEditor title={t('edit.phoneHours')} value={written.phoneHours} onChange={(phoneHours) => set({ phoneHours })} />
          ) : null}
        </>
      ) : null}
    </section>
  );
}

const NOBODY = 'nobody';

function Backup({ personId, written, set }: FieldsProps & { personId: string }) {
  const { t } = useTranslation('specialists');
  const { directory } = useSession();
  const organisationId = directory.units.find(({ id }) => id === written.unitId)?.organisationId;
  const others = (useSpecialists().data?.specialists ?? []).filter((one) => one.id !== personId && one.organisationId === organisationId);
  return (
    <section className="fields">
      <Select
        label={t('edit.backup')}
        options={[{ id: NOBODY, label: t('edit.noBackup') }, ...others.map(({ id, name }) => ({ id, label: name }))]}
        value={written.backupId ?? NOBODY}
        onChange={(id) => set({ backupId: id === NOBODY ? null : id })}
      />
    </section>
  );
}
