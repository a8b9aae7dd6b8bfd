import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  addStop,
  type Bus,
  type BusStop,
  type BusStopHours,
  type ChangedBusStop,
  changeStop,
  writeStopHours,
} from '../../../../shared/api/bus.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { todayInFinland } from '../../../../shared/ui/days.ts';
import { Panel } from '../../../../shared/ui/panel.tsx';
import { useDeed } from '../../../use-deed.ts';
import { keys } from '../queries.ts';
import { StopDays } from './stop-days.tsx';
import { type StopDraft, StopFields } from './stop-fields.tsx';
import { StopHoursLine } from './stop-hours-line.tsx';

const asDraft = (stop: BusStop | null): StopDraft => ({
  name: stop?.name ?? { fi: '', sv: '', en: '' },
  street: stop?.street ?? '',
  postalCode: stop?.postalCode ?? '',
  city: stop?.city ?? '',
  latitude: stop ? String(stop.latitude) : '',
  longitude: stop ? String(stop.longitude) : '',
  finding: stop?.finding ?? {},
  accessibility: stop?.accessibility ?? {},
});

const newHours = (): BusStopHours => ({
  ...{ everyWeeks: 1, anchor: todayInFinland(), weekdays: [2], opens: '09:30', closes: '11:00' },
  ...{ validFrom: null, validUntil: null, onHolidays: false },
});

/** What saving did, for whoever saved to read. */
export type StopChanged = Pick<ChangedBusStop, 'count' | 'letters' | 'unreached'>;

type StopPanelProps = { bus: Bus; stop: BusStop | null; onClose: () => void; onChanged: (changed: StopChanged) => void };

/** One stop: where it is, how one finds it and gets in, and when the bus stands there. */
export function StopPanel({ bus, stop, onClose, onChanged }: StopPanelProps) {
  const { t } = useTranslation('bus');
  const [first] = useState({ draft: asDraft(stop), hours: (stop?.hours ?? [newHours()]) as BusStopHours[] });
  const [draft, setDraft] = useState(first.draft);
  const [hours, setHours] = useState(first.hours);
  // The one that was opened, counted on by one's own changes alone: what others have written meanwhile is not written over.
  const [version, setVersion] = useState(stop?.version ?? 1);
  const { run, isRunning, problem } = useDeed([keys.all], { tellsHere: true });
  const mustTell = stop !== null && stop.booked > 0 && hasOtherAddress(first.draft, draft);
  const write = async () => {
    const place = { ...draft, latitude: degrees(draft.latitude), longitude: degrees(draft.longitude) };
    const told: StopChanged = { count: 0, letters: 0, unreached: [] };
    if (!stop) {
      const { id } = await addStop(bus.id, place);
      return { ...told, count: (await writeStopHours(id, 1, hours)).count };
    }
    let changed = { ...told, version };
    if (draft !== first.draft) changed = await changeStop(stop.id, { ...place, version });
    setVersion(changed.version);
    if (hours !== first.hours) changed = { ...changed, ...(await writeStopHours(stop.id, changed.version, hours)) };
    return changed;
  };
  const save = async () => {
    const isDone = await run(async () => onChanged(await write()));
    if (isDone) onClose();
  };
  const use = (one: BusStop) =>
    run(async () => onChanged(await changeStop(one.id, { version, active: !one.active }))).then((isDone) => isDone && onClose());
  return (
    <Panel
      title={t(stop ? 'keep.stop' : 'keep.addStop')}
      onClose={onClose}
      foot={
        <>
          {stop ? <Button onPress={() => void use(stop)}>{t(stop.active ? 'keep.takeOut' : 'keep.takeBack')}</Button> : null}
          <Button kind="primary" isPending={isRunning} onPress={() => void save()}>
            {t('keep.save')}
          </Button>
        </>
      }
    >
      <div className="fields">
        {problem ? (
          <p className="field-problem" role="alert">
            {problem}
          </p>
        ) : null}
        <StopFields draft={draft} onChange={setDraft} warning={mustTell ? t('keep.willTell', { count: stop.booked }) : null} />
        <h2>{t('keep.timetable')}</h2>
        {hours.map((one, at) => (
          <StopHoursLine
            // biome-ignore lint/suspicious/noArrayIndexKey: a row of hours has nothing but its place
            key={at}
            hours={one}
            onChange={(changed) => setHours(hours.with(at, changed))}
            onRemove={() => setHours(hours.toSpliced(at, 1))}
          />
        ))}
        <p>
          <Button icon={Plus} onPress={() => setHours([...hours, newHours()])}>
            {t('keep.addHours')}
          </Button>
        </p>
        {stop ? <StopDays stop={stop} version={version} onVersion={setVersion} /> : null}
      </div>
    </Panel>
  );
}

const hasOtherAddress = (was: StopDraft, becomes: StopDraft): boolean =>
  (['street', 'postalCode', 'city'] as const).some((field) => was[field].trim() !== becomes[field].trim());

/** "63,0871": a comma is a point. What is no number is refused by the server, which says where. */
const degrees = (text: string): number => Number(text.trim().replace(',', '.') || Number.NaN);
