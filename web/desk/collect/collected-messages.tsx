import { CircleCheck, IdCard, Lock, Paperclip, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Collecting, collectedFile, collectedOnPaper, identifyCollector, tellCollected } from '../../shared/api/slips.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { StatusWord } from '../../shared/ui/status.tsx';
import { Time } from '../../shared/ui/time.tsx';
import { useDeed } from '../use-deed.ts';
import { collectingKey, type Ended } from './collecting.ts';

type Message = Collecting['messages'][number];

export function CollectedMessages({ page }: { page: Collecting }) {
  const { t } = useTranslation('slips');
  return (
    <section aria-labelledby="messages">
      <h2 id="messages">{t('collect.messages')}</h2>
      {page.messages.length === 0 ? <p>{t('collect.nothing')}</p> : null}
      {page.messages.map((message) => (
        <MessageToTell key={message.id} id={page.id} message={message} />
      ))}
    </section>
  );
}

/** The name the customer has given beside the one on the document; without one, the document alone. Where nothing asks for it, nothing. */
export function Identifying({ page, onEnd }: { page: Collecting; onEnd: Ended }) {
  const { t } = useTranslation('slips');
  const { run, isRunning } = useDeed([collectingKey(page.id)]);
  const hidden = page.messages.some((message) => message.body === null) || page.documents.length < page.documentCount;
  if (!hidden) return null;
  const seen = () => void run(() => identifyCollector(page.id, page.statedName ? 'same' : 'not-given'));
  const differs = async () => {
    if (await run(() => identifyCollector(page.id, 'differs'))) onEnd('refused');
  };
  return (
    <div className="collect-identify">
      <p>
        <Icon of={IdCard} /> <strong>{t('collect.identify')}</strong> {page.statedName ? t('collect.compare') : t('collect.noName')}
      </p>
      {page.statedName ? <p className="collect-name">{page.statedName}</p> : null}
      <p className="actions">
        <Button kind="primary" isPending={isRunning} onPress={seen}>
          {t(page.statedName ? 'collect.sameName' : 'collect.seen')}
        </Button>
        {page.statedName ? (
          <Button isPending={isRunning} onPress={() => void differs()}>
            {t('collect.otherName')}
          </Button>
        ) : null}
      </p>
    </div>
  );
}

function MessageToTell({ id, message }: { id: string; message: Message }) {
  const { t } = useTranslation('slips');
  const { run, isRunning } = useDeed([collectingKey(id)]);
  const print = () => window.open(collectedOnPaper(id, message.id), '_blank', 'noopener');
  return (
    <article className="collect-message" aria-label={t(`collect.kind.${message.kind}`)}>
      <p className="actions">
        <strong>{t(`collect.kind.${message.kind}`)}</strong>
        <span className="quiet">
          <Time at={message.at} />
        </span>
        {message.sensitivity === 'secret' ? (
          <StatusWord tone="wait" icon={Lock}>
            {t('collect.secret')}
          </StatusWord>
        ) : null}
        {message.told ? (
          <StatusWord tone="good" icon={CircleCheck}>
            {t('collect.told')}
          </StatusWord>
        ) : null}
      </p>
      {message.body === null ? (
        <p className="quiet">{t('collect.secretHow')}</p>
      ) : (
        <>
          <p className="said">{message.body}</p>
          <Files id={id} message={message} />
          <p className="actions">
            {message.told ? null : (
              <Button isPending={isRunning} onPress={() => void run(() => tellCollected(id, message.id))}>
                {t('collect.tell')}
              </Button>
            )}
            <Button kind="plain" icon={Printer} onPress={print}>
              {t('collect.print')}
            </Button>
          </p>
        </>
      )}
    </article>
  );
}

function Files({ id, message }: { id: string; message: Message }) {
  if (message.files.length === 0) return null;
  return (
    <ul className="collect-list">
      {message.files.map((file) => (
        <li key={file.id}>
          <a href={collectedFile(id, message.id, file.id)} download={file.name}>
            <Icon of={Paperclip} /> {file.name}
          </a>
        </li>
      ))}
    </ul>
  );
}
