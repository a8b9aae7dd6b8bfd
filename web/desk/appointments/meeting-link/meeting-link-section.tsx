import './meeting-link.css';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck, Link2Off, Pencil, Trash2, Video } from 'lucide-react';
import { type FormEvent, type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MeetingLink, readMeetingLink, removeMeetingLink, setMeetingLink } from '../../../shared/api/meeting-link.ts';
import { Button, buttonClass } from '../../../shared/ui/button.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { StatusWord } from '../../../shared/ui/status.tsx';
import { Tap } from '../../../shared/ui/taps.tsx';
import { TextField } from '../../../shared/ui/text-field.tsx';
import { keys } from '../../queries.ts';
import { useDeed, useSayWhy } from '../../use-deed.ts';

/** Where a video call is opened: said, changed and taken away; of a meeting of many by the house's own appointment. Nothing at a place at one. */
export function MeetingLinkSection({ id }: { id: string }) {
  const { t } = useTranslation('booked');
  const sayWhy = useSayWhy();
  const { data, error } = useQuery({ queryKey: linkKey(id), queryFn: () => readMeetingLink(id), gcTime: 0 });
  if (data && !data.videoCall) return null;
  return (
    <section className="section meeting-link" aria-labelledby="meeting-link">
      <h2 id="meeting-link">{t('video.title')}</h2>
      {data?.videoCall ? (
        <OfCall id={id} found={data} call={data.videoCall} />
      ) : error ? (
        <p role="alert">{sayWhy(error)}</p>
      ) : (
        <Skeleton lines={2} />
      )}
    </section>
  );
}

/** Old with the calendars, as a change of the appointment makes them. */
const linkKey = (id: string) => [...keys.calendars, 'meeting-link', id];

type OfCallProps = { id: string; found: MeetingLink; call: NonNullable<MeetingLink['videoCall']> };

function OfCall({ id, found, call: { link, isMissing } }: OfCallProps) {
  const { t } = useTranslation('booked');
  const [isChanging, setChanging] = useState(false);
  const [done, setDone] = useState<'saved' | 'gone' | null>(null);
  // Who has changed something goes on where the change has led; who has only opened the panel is left where they are.
  const acted = useRef(false);
  const removing = useDeed(told, { tellsHere: true });
  const end = (what: 'saved' | 'gone' | null) => {
    setChanging(false);
    setDone(what);
  };
  const change = () => {
    acted.current = true;
    setChanging(true);
  };
  const remove = async () => {
    acted.current = true;
    if (await removing.run(() => removeMeetingLink(id))) end('gone');
  };
  return (
    <>
      <div role="status">
        {done === null ? null : (
          <StatusWord tone="good" icon={CircleCheck}>
            {t(`video.${done}`)}
          </StatusWord>
        )}
      </div>
      {link === null ? (
        isMissing ? (
          <p>
            <StatusWord tone="warn" icon={Link2Off}>
              {t('video.missing')}
            </StatusWord>
          </p>
        ) : (
          <p className="quiet">{t('video.none')}</p>
        )
      ) : (
        <p className="meeting-address">{link}</p>
      )}
      {isChanging || link === null ? (
        <LinkForm {...{ id, found, acted }} isFirst={link === null} onEnd={end} />
      ) : (
        <div className="meeting-commands">
          <a className={buttonClass({})} href={link} target="_blank" rel="noreferrer">
            <Icon of={Video} /> {t('video.open')}
          </a>
          <Button kind="plain" icon={Pencil} autoFocus={acted.current} onPress={() => change()}>
            {t('video.change')}
          </Button>
          <Button kind="plain" icon={Trash2} isPending={removing.isRunning} onPress={() => void remove()}>
            {t('video.remove')}
          </Button>
        </div>
      )}
      {removing.problem ? (
        <p className="field-problem" role="alert">
          {removing.problem}
        </p>
      ) : null}
    </>
  );
}

/** What shows it. */
const told = [keys.calendars, keys.boards];

type LinkFormProps = {
  id: string;
  found: MeetingLink;
  isFirst: boolean;
  acted: RefObject<boolean>;
  onEnd: (done: 'saved' | null) => void;
};

function LinkForm({ id, found: { version, who }, isFirst, acted, onEnd }: LinkFormProps) {
  const { t } = useTranslation('booked');
  const [link, setLink] = useState('');
  const [wholeCourse, setWholeCourse] = useState(false);
  const { run, isRunning, problem, faults } = useDeed(told, { tellsHere: true });
  const save = async (event: FormEvent) => {
    event.preventDefault();
    acted.current = true;
    if (await run(() => setMeetingLink(id, { version, link, wholeCourse }))) onEnd('saved');
  };
  return (
    <form className="link-form" noValidate onSubmit={(event) => void save(event)}>
      <TextField
        label={t('video.field')}
        hint={t('video.hint')}
        problem={faults.link && t('video.fault')}
        type="url"
        autoFocus={acted.current}
        autoComplete="off"
        value={link}
        onChange={setLink}
      />
      {who === 'course' ? (
        <div className="taps">
          <Tap value="course" isSelected={wholeCourse} onChange={setWholeCourse}>
            {t('video.wholeCourse')}
          </Tap>
        </div>
      ) : null}
      {problem && !faults.link ? (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      ) : null}
      <div className="meeting-commands">
        <Button type="submit" isPending={isRunning}>
          {t(isFirst ? 'video.add' : 'video.save')}
        </Button>
        {isFirst ? null : (
          <Button kind="plain" onPress={() => onEnd(null)}>
            {t('video.cancel')}
          </Button>
        )}
      </div>
      <p className="quiet small">{t(who === 'customer' ? 'video.told' : 'video.toldMany')}</p>
    </form>
  );
}
