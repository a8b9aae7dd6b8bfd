import { Link } from '@tanstack/react-router';
import { CalendarClock, CircleCheck, Link2, type LucideIcon, Play, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayAppointment } from '../../../shared/api/booked.ts';
import { nameIn } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';
import { StatusWord, type Tone } from '../../../shared/ui/status.tsx';
import { Time } from '../../../shared/ui/time.tsx';
import { useNames } from '../../session.tsx';
import { MeetingLinkSection } from '../meeting-link/meeting-link-section.tsx';
import { VideoMark } from './day-row.tsx';

const looks: Record<'coming' | 'serving' | 'done', [Tone, LucideIcon]> = {
  coming: ['quiet', CalendarClock],
  serving: ['brand', Play],
  done: ['good', CircleCheck],
};

type MeetingRowProps = { one: DayAppointment; meeting: NonNullable<DayAppointment['meeting']> };

/** A meeting of many: what it takes and how many come. Whoever comes has a row of their own after it, and who came is marked on its page. */
export function MeetingRow({ one, meeting: { id, booked, capacity, taken } }: MeetingRowProps) {
  const { t } = useTranslation('booked');
  const locale = useLocale();
  const names = useNames();
  const state = one.state === 'serving' || one.state === 'done' ? one.state : 'coming';
  const [tone, icon] = looks[state];
  const name = nameIn(one.serviceName, locale);
  const facts = [...taken, names.shortOrganisation(one.organisationId), one.way === 'point' ? '' : t(`ways.${one.way}`)];
  return (
    <li className="row day-row">
      <span className="day-time">
        <Time at={one.startsAt} look="clock" />
      </span>
      <span className="day-who">
        <Link to="/meetings/$meetingId" params={{ meetingId: id }} className="day-meeting">
          {name}
        </Link>
        <span className="quiet day-facts">{facts.filter(Boolean).join(' · ')}</span>
      </span>
      <span className="day-marks quiet">
        <Icon of={UsersRound} />
        {t('day.meeting.booked', { booked, capacity })}
        <VideoMark call={one.videoCall} name={name} />
      </span>
      <StatusWord tone={tone} icon={icon}>
        {t(`day.meeting.${state}`)}
      </StatusWord>
      <span className="day-row-commands">{one.videoCall && state !== 'done' ? <LinkCommand id={one.id} name={name} /> : null}</span>
    </li>
  );
}

/** Said here, by whoever sees that it is missing. */
function LinkCommand({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation('booked');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind="plain" size="small" icon={Link2} aria-label={t('video.openFor', { name })} onPress={() => setOpen(true)}>
        {t('video.field')}
      </Button>
      {isOpen ? (
        <Panel title={name} onClose={() => setOpen(false)}>
          <MeetingLinkSection id={id} />
        </Panel>
      ) : null}
    </>
  );
}
