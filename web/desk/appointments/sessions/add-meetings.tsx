import { useQuery } from '@tanstack/react-query';
import { CalendarOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addMeetings, listMeetingChoices, type MeetingService } from '../../../shared/api/meetings.ts';
import { inOrder } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { daysAfter, todayInFinland } from '../../../shared/ui/days.ts';
import { Notice } from '../../../shared/ui/notice.tsx';
import { Select } from '../../../shared/ui/select.tsx';
import { TextField } from '../../../shared/ui/text-field.tsx';
import { showToast } from '../../../shared/ui/toasts.ts';
import { useNames } from '../../session.tsx';
import { useDeed } from '../../use-deed.ts';
import { meetingsKey } from './keys.ts';
import { startsOf } from './starts.ts';

/** A session, or a course of meetings every so many weeks at the same time. */
export function AddMeetings() {
  const { t } = useTranslation('meetings');
  const [isOpen, setOpen] = useState(false);
  const choices = useQuery({ queryKey: [...meetingsKey, 'choices'], queryFn: listMeetingChoices, staleTime: 60_000 });
  if (!choices.data) return null;
  if (!isOpen)
    return (
      <p>
        <Button onPress={() => setOpen(true)}>{t('add.open')}</Button>
      </p>
    );
  return choices.data.length === 0 ? (
    <Notice icon={CalendarOff} title={t('add.noServices')}>
      {t('add.noServicesHint')}
    </Notice>
  ) : (
    <AddForm services={choices.data} onDone={() => setOpen(false)} />
  );
}

const REMOTE = 'remote';

function AddForm({ services, onDone }: { services: readonly MeetingService[]; onDone: () => void }) {
  const { t } = useTranslation('meetings');
  const locale = useLocale();
  const names = useNames();
  const [first] = services as [MeetingService];
  const [form, setForm] = useState({
    service: first.id,
    where: whereOf(first)[0] ?? REMOTE,
    day: daysAfter(todayInFinland(), 7),
    time: '14:00',
    count: '1',
    every: '1',
    capacity: '20',
  });
  const deed = useDeed([meetingsKey], { tellsHere: true });
  const change = (more: Partial<typeof form>) => setForm({ ...form, ...more });
  const service = services.find(({ id }) => id === form.service) ?? first;
  const starts = startsOf(form);
  async function send() {
    const isRemote = form.where === REMOTE;
    const input = {
      bookableId: service.id,
      pointId: isRemote ? null : form.where,
      way: isRemote ? ('remote' as const) : ('point' as const),
    };
    const capacity = Number(form.capacity);
    const isDone = await deed.run(() => addMeetings({ ...input, capacity, course: starts.length > 1, starts }));
    if (!isDone) return;
    showToast({ text: t('add.done', { count: starts.length }) });
    onDone();
  }
  return (
    <form
      className="meeting-form"
      aria-label={t('add.title')}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h2>{t('add.title')}</h2>
      <Select
        label={t('add.service')}
        options={inOrder(services, ({ name }) => name[locale], locale).map(({ id, name }) => ({ id, label: name[locale] }))}
        value={service.id}
        onChange={(id) => change({ service: id, where: whereOf(services.find((one) => one.id === id) ?? first)[0] ?? REMOTE })}
      />
      <Select
        label={t('add.where')}
        options={whereOf(service).map((id) => ({ id, label: id === REMOTE ? t('remote') : names.point(id) }))}
        value={form.where}
        onChange={(where) => change({ where })}
      />
      <div className="meeting-fields">
        <TextField label={t('add.day')} type="date" value={form.day} onChange={(day) => change({ day })} />
        <TextField label={t('add.time')} type="time" value={form.time} onChange={(time) => change({ time })} />
        <TextField label={t('add.count')} inputMode="numeric" value={form.count} onChange={(count) => change({ count })} />
        <TextField label={t('add.every')} inputMode="numeric" value={form.every} onChange={(every) => change({ every })} />
        <TextField label={t('add.capacity')} inputMode="numeric" value={form.capacity} onChange={(capacity) => change({ capacity })} />
      </div>
      {deed.problem ? <p role="alert">{deed.problem}</p> : null}
      <p>
        <Button type="submit" kind="primary" isDisabled={deed.isRunning || starts.length === 0 || !(Number(form.capacity) > 0)}>
          {t('add.send')}
        </Button>
      </p>
    </form>
  );
}

const whereOf = ({ pointIds, remotely }: MeetingService): string[] => [...pointIds, ...(remotely ? [REMOTE] : [])];
