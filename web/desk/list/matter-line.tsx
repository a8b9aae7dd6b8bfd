import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MatterRow } from '../../../server/modules/matters/schema.ts';
import type { MatterView } from '../../shared/api/matters.ts';
import { arrangementDrawing } from '../../shared/ui/arrangement-icon.tsx';
import { ChannelIcon } from '../../shared/ui/channel-icon.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { Time } from '../../shared/ui/time.tsx';
import { useNames } from '../session.tsx';
import { useChannelName, useNameless } from '../words.ts';
import { Age } from './age.tsx';

/** In the order the eye needs it: who, what, how to serve them, which channel, how long. */
export function MatterLine({ row, view }: { row: MatterRow; view: MatterView }) {
  const { t } = useTranslation('desk');
  const names = useNames();
  const nameless = useNameless();
  const channelName = useChannelName();
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
      <span className="need">{row.need ?? row.title}</span>
      <span className="arranged">
        {row.arrangements.slice(0, 3).map((kind) => (
          <Icon key={kind} of={arrangementDrawing(kind)} label={names.item('specialNeeds', kind)} />
        ))}
        {row.arrangements.length > 3 ? <span className="small">+{row.arrangements.length - 3}</span> : null}
      </span>
      <ChannelIcon channel={row.channel} label={channelName(row.channel)} />
      <When row={row} />
    </Link>
  );
}

function When({ row }: { row: MatterRow }) {
  if (row.state === 'open' && row.awaits === 'us') return <Age since={row.awaitsSince} dueAt={row.dueAt} />;
  const at = row.state === 'open' ? (row.dueAt ?? row.awaitsSince) : (row.closedAt ?? row.awaitsSince);
  return (
    <span className="age">
      <Time at={at} />
    </span>
  );
}
