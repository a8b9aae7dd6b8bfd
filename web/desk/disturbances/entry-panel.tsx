import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  changeDisturbance,
  type Disturbance,
  type DisturbanceInput,
  type DisturbanceLog,
  writeDisturbance,
} from '../../shared/api/disturbances.ts';
import { newKey } from '../../shared/api/request.ts';
import { nameIn } from '../../shared/i18n/names.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { Choice } from '../../shared/ui/choice.tsx';
import { dayIn, dayOf } from '../../shared/ui/day-text.ts';
import { todayInFinland } from '../../shared/ui/days.ts';
import { localNow, localOf, momentOfLocal } from '../../shared/ui/local-time.ts';
import { Panel } from '../../shared/ui/panel.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { Taps } from '../../shared/ui/taps.tsx';
import { TextArea, TextField } from '../../shared/ui/text-field.tsx';
import { FormFoot } from '../form-foot.tsx';
import { MomentField } from '../matter/moment-field.tsx';
import { keys } from '../queries.ts';
import { useSession } from '../session.tsx';
import { useDeed } from '../use-deed.ts';

type EntryPanelProps = { pointId: string; log: DisturbanceLog; row?: Disturbance; onClose: () => void };

const kinds = ['verbal', 'violence', 'intoxication', 'property', 'illness', 'other'] as const;

/** Writing an entry, finishing the draft an alarm left, or what follows from either. */
export function EntryPanel({ pointId, log, row, onClose }: EntryPanelProps) {
  const { t } = useTranslation('disturbances');
  const locale = useLocale();
  const { me } = useSession();
  const [entry, setEntry] = useState(() => begun(row, me.id));
  const [until, setUntil] = useState(row?.nextUntil ? dayIn(row.nextUntil, locale) : '');
  const [isWrong, setWrong] = useState(false);
  const key = useRef(newKey());
  const { run, isRunning, problem } = useDeed([keys.disturbances(pointId)], { tellsHere: true });
  const set = (part: Partial<typeof entry>) => setEntry({ ...entry, ...part });
  const happenedAt = momentOfLocal(entry.at);
  const isLate = until.trim() !== '' && dayOf(until) === null;
  const save = async () => {
    if (!happenedAt || !entry.kind) return;
    const { at: _, kind, ...rest } = entry;
    const input: DisturbanceInput = { ...rest, kind, happenedAt, nextUntil: dayOf(until) };
    const write = () =>
      row ? changeDisturbance(row.id, { ...input, version: row.version }) : writeDisturbance(pointId, input, key.current);
    if (await run(write)) onClose();
  };
  const isMissing = !happenedAt || isWrong || isLate || !entry.kind || entry.what.trim() === '';
  const nobody = { id: 'nobody', label: t('nobody') };
  return (
    <Panel
      title={row ? t('entry') : t('new')}
      facts={t('noNames')}
      onClose={onClose}
      foot={<FormFoot save={t('save')} isPending={isRunning} isDisabled={isMissing} problem={problem} onSave={() => void save()} />}
    >
      <section className="fields">
        <Choice
          label={t('kind')}
          options={kinds.map((id) => ({ id, label: t(`kinds.${id}`) }))}
          value={entry.kind}
          onChange={(kind) => set({ kind: kind as Disturbance['kind'] })}
        />
        <MomentField label={t('when')} value={entry.at} onChange={(at) => set({ at })} onWrong={setWrong} />
        <Select
          label={t('counter')}
          options={[{ id: 'none', label: t('elsewhere') }, ...log.counters.map(({ id, name }) => ({ id, label: nameIn(name, locale) }))]}
          value={entry.counterId ?? 'none'}
          onChange={(id) => set({ counterId: id === 'none' ? null : id })}
        />
        <TextField label={t('place')} value={entry.place} maxLength={200} onChange={(place) => set({ place })} />
        <TextArea
          label={t('what')}
          hint={t('whatHint')}
          isRequired
          value={entry.what}
          maxLength={4000}
          onChange={(what) => set({ what })}
        />
        <TextArea label={t('done')} rows={3} value={entry.done} maxLength={4000} onChange={(done) => set({ done })} />
        <Taps
          label={t('present')}
          options={log.people.map(({ id, name }) => ({ id, label: name }))}
          value={entry.present}
          onChange={(present) => set({ present })}
        />
      </section>
      <section className="fields">
        <h2>{t('followUp')}</h2>
        <Choice
          label={t('debrief')}
          options={[
            { id: 'no', label: t('notYet') },
            { id: 'yes', label: t('isDone') },
          ]}
          value={entry.debriefedOn ? 'yes' : 'no'}
          onChange={(id) => set({ debriefedOn: id === 'yes' ? (entry.debriefedOn ?? todayInFinland()) : null })}
        />
        <Choice
          label={t('police')}
          options={(['unknown', 'yes', 'no'] as const).map((id) => ({ id, label: t(`policeIs.${id}`) }))}
          value={entry.police === null ? 'unknown' : entry.police ? 'yes' : 'no'}
          onChange={(id) => set({ police: id === 'unknown' ? null : id === 'yes' })}
        />
        <TextField label={t('nextStep')} value={entry.nextStep} maxLength={1000} onChange={(nextStep) => set({ nextStep })} />
        <Select
          label={t('nextBy')}
          options={[nobody, ...log.people.map(({ id, name }) => ({ id, label: name }))]}
          value={entry.nextBy ?? 'nobody'}
          onChange={(id) => set({ nextBy: id === 'nobody' ? null : id })}
        />
        <TextField label={t('nextUntil')} value={until} onChange={setUntil} problem={isLate ? t('dayFault') : undefined} />
      </section>
    </Panel>
  );
}

/** As its fields hold it: the moment in Finland's time. A draft's kind is still to be said. */
function begun(row: Disturbance | undefined, personId: string) {
  return {
    at: row ? localOf(row.happenedAt) : localNow(),
    kind: row && row.state === 'written' ? row.kind : null,
    counterId: row?.counterId ?? null,
    place: row?.place ?? '',
    what: row?.what ?? '',
    done: row?.done ?? '',
    present: row?.present ?? [personId],
    debriefedOn: row?.debriefedOn ?? null,
    police: row?.police ?? null,
    nextStep: row?.nextStep ?? '',
    nextBy: row?.nextBy ?? null,
  };
}
