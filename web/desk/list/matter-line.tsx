import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MatterRow } from '../../../server/modules/matters/schema.ts';
import type { MatterView } from '../../shared/api/matters.ts';
import { arrangementDrawing } from '../../shared/ui/arrangement-icon.tsx';
import { ChannelIcon } from '../../shared/ui/channel-icon.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { softly } from '../../shared/ui/soft-hyphens.ts';
import { RestrictionSign } from '../rights/restriction-banner.tsx';
import { useNames } from '../session.tsx';
import { useChannelName, useNameless } from '../words.ts';
import { Age, NearOrDate } from './age.tsx';

/** Letters of a need that stand well on one line of the list; longer ones are set smaller rather than cut. */
const roomyNeed = 18;

/** Longer than this is a sentence of the customer's own. */
const longestName = 48;

/** More signs than this would leave no room for the need's own words. */
const shownArrangements = 2;

/** In the order the eye needs it: who, what, how to serve them, which channel, how long. */
export function MatterLine({ row, view }: { row: MatterRow; view: MatterView }) {
  const { t } = useTranslation('desk');
  const names = useNames();
  const nameless = useNameless();
  const channelName = useChannelName();
  const need = row.need ?? row.title;
  const more = row.arrangements.slice(shownArrangements).map((kind) => names.item('specialNeeds', kind));
  return (
    <Link
      className={`row ${row.unread ? 'new' : ''}`}
      to="/matters/$matterId"
      params={{ matterId: row.id }}
      search={{ view }}
      activeOptions={{ includeSearch: false }}
    >
      <span className="who">
        {row.customerName ?? nameless(row.channel)}
        {row.unread ? <span className="heard"> {t('list.unread')}</span> : null}
      </span>
      <Need words={need} />
      <span className="arranged">
        {row.isRestricted ? <RestrictionSign /> : null}
        {row.arrangements.slice(0, shownArrangements).map((kind) => (
          <Icon key={kind} of={arrangementDrawing(kind)} label={names.item('specialNeeds', kind)} />
        ))}
        {more.length > 0 ? (
          <span className="small" title={more.join(', ')}>
            +{more.length}
            <span className="heard">: {more.join(', ')}</span>
          </span>
        ) : null}
      </span>
      <ChannelIcon channel={row.channel} label={channelName(row.channel)} />
      <When row={row} />
    </Link>
  );
}

function Need({ words }: { words: string }) {
  const isSentence = words.length > longestName;
  const look = isSentence ? 'need long sentence' : words.length > roomyNeed ? 'need long' : 'need';
  return (
    <span className={look} title={isSentence ? words : undefined}>
      {softly(words)}
    </span>
  );
}

function When({ row }: { row: MatterRow }) {
  if (row.state === 'open' && row.awaits === 'us') return <Age since={row.awaitsSince} dueAt={row.dueAt} />;
  const at = row.state === 'open' ? (row.dueAt ?? row.awaitsSince) : (row.closedAt ?? row.awaitsSince);
  return (
    <span className="age">
      <NearOrDate at={at} />
    </span>
  );
}
