import { CircleAlert, CircleCheck, Clock, Lock, Paperclip, RotateCw, Send, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../server/modules/matters/messages/schema.ts';
import { changeMessage, fileAddress, originalAddress } from '../../shared/api/matters.ts';
import { useShortcuts } from '../../shared/keys/use-shortcuts.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { StatusWord } from '../../shared/ui/status.tsx';
import { epochOf } from '../../shared/ui/time-format.ts';
import { Countdown } from '../../shared/ui/toast-region.tsx';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';
import { isChannel } from '../words.ts';
import { leaving } from './timeline.ts';

/** Lines of a message shown before it asks to be unfolded. */
const shownLines = 6;

/** Who wrote it signed in, and for whom; null for what came otherwise. */
export function useWriter() {
  const { t } = useTranslation('desk');
  return ({ writtenBy, onBehalfOf }: Message) =>
    writtenBy && t(onBehalfOf ? 'messages.onBehalf' : 'messages.signedIn', { name: writtenBy, principal: onBehalfOf ?? '' });
}

export function useMessageWords() {
  const { t } = useTranslation('desk');
  const signedIn = useWriter();
  return (message: Message) => {
    const channel = isChannel(message.channel) ? message.channel : 'internal';
    if (message.kind === 'note') return { title: t('messages.note'), facts: message.authorName ?? '' };
    if (leaving(message))
      return { title: t('messages.leaving', { channel: t(`channels.${channel}`) }), facts: <Leaves message={message} /> };
    // A form opens its matter: whatever comes by the web later was written on the customer's own page.
    if (message.direction === 'in')
      return { title: t(`contacts.in.${channel === 'web' ? 'link' : channel}`), facts: signedIn(message) ?? senders(message) };
    const title = t(message.authorName === null ? 'messages.automatic' : 'messages.out', { channel: t(`channels.${channel}`) });
    return { title, facts: senders(message) };
  };
}

const senders = ({ authorName, recipient }: Message) => [authorName, recipient].filter(Boolean).join(' → ');

function Leaves({ message }: { message: Message }) {
  return message.sendAt ? <Countdown until={epochOf(message.sendAt)} /> : null;
}

export function MessageBody({ message }: { message: Message }) {
  const { t } = useTranslation('desk');
  const [isOriginal, setOriginal] = useState(false);
  return (
    <div className="message">
      {message.sensitivity === 'secret' ? (
        <StatusWord tone="wait" icon={Lock}>
          <span className="small">{t('messages.secret')}</span>
        </StatusWord>
      ) : null}
      <Words text={message.body} />
      <Delivery message={message} />
      {message.quoted ? (
        <details>
          <summary>{t('messages.quoted')}</summary>
          <p className="quiet said">{message.quoted}</p>
        </details>
      ) : null}
      <Files message={message} />
      {message.hasHtml ? (
        <Button kind="plain" size="small" onPress={() => setOriginal(true)}>
          {t('messages.original')}
        </Button>
      ) : null}
      {isOriginal ? (
        <Panel title={t('messages.original')} facts={t('messages.originalNote')} onClose={() => setOriginal(false)}>
          <iframe
            className="original"
            title={t('messages.original')}
            src={originalAddress(message.id)}
            sandbox=""
            referrerPolicy="no-referrer"
          />
        </Panel>
      ) : null}
    </div>
  );
}

function Words({ text }: { text: string }) {
  const { t } = useTranslation('desk');
  const [isWhole, setWhole] = useState(false);
  const lines = text.split('\n');
  const isLong = lines.length > shownLines || text.length > 600;
  const shown = isLong && !isWhole ? lines.slice(0, shownLines).join('\n').slice(0, 600) : text;
  return (
    <>
      <p className="said">{shown}</p>
      {isLong && !isWhole ? (
        <Button kind="plain" size="small" onPress={() => setWhole(true)}>
          {t('messages.more')}
        </Button>
      ) : null}
    </>
  );
}

function Delivery({ message }: { message: Message }) {
  const { t } = useTranslation('desk');
  const { state } = message;
  if (message.direction !== 'out' || message.kind === 'note') return null;
  if (state === 'failed' || state === 'bounced' || state === 'given-up') {
    return (
      <StatusWord tone="bad" icon={CircleAlert}>
        {t(`messages.states.${state}`)}
      </StatusWord>
    );
  }
  if (state === 'waiting') {
    return (
      <StatusWord tone="wait" icon={Clock}>
        {t('messages.states.waiting')}
      </StatusWord>
    );
  }
  if (state !== 'sent' && state !== 'told') return null;
  return (
    <StatusWord tone="good" icon={CircleCheck}>
      <span className="small">{t(`messages.states.${state}`)}</span>
    </StatusWord>
  );
}

function Files({ message }: { message: Message }) {
  if (message.files.length === 0) return null;
  return (
    <ul className="files">
      {message.files.map((file) => (
        <li key={file.id}>
          <a href={fileAddress(message.id, file.id)} download={file.name}>
            <Icon of={Paperclip} /> {file.name}
          </a>{' '}
          <span className="quiet small">{sizeOf(file.size)}</span>
        </li>
      ))}
    </ul>
  );
}

function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

type MessageCommandProps = { message: Message; matterId: string; onUndone: (message: Message) => void };

/** What can still be done to a message: take it back within the minute or let it go at once, send again what did not arrive, note what was told. */
export function MessageCommand({ message, matterId, onUndone }: MessageCommandProps) {
  const { t } = useTranslation('desk');
  const { run, isRunning } = useDeed([keys.matter(matterId)]);
  const change = (state: 'undone' | 'now' | 'again' | 'told') => async () => {
    const isDone = await run(() => changeMessage(message.id, state));
    if (isDone && state === 'undone') onUndone(message);
  };
  useShortcuts(message.state === 'scheduled' ? [{ keys: 'u', label: t('messages.undo'), run: () => void change('undone')() }] : []);
  if (message.state === 'scheduled') {
    return (
      <span className="leaving-commands">
        <Button size="small" kind="plain" icon={Send} isDisabled={isRunning} onPress={() => void change('now')()}>
          {t('messages.now')}
        </Button>
        <Button size="small" icon={Undo2} keys="u" isPending={isRunning} onPress={() => void change('undone')()}>
          {t('messages.undo')}
        </Button>
      </span>
    );
  }
  if (message.state === 'failed' || message.state === 'bounced' || message.state === 'given-up') {
    return (
      <Button size="small" icon={RotateCw} isPending={isRunning} onPress={() => void change('again')()}>
        {t('messages.again')}
      </Button>
    );
  }
  if (message.state !== 'waiting') return null;
  return (
    <Button size="small" isPending={isRunning} onPress={() => void change('told')()}>
      {t('messages.told')}
    </Button>
  );
}
