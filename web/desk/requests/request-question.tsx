import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RequestPage } from '../../../server/modules/matters/requests/schema.ts';
import { fileAddress } from '../../shared/api/matters.ts';
import { StatusWord } from '../../shared/ui/status.tsx';
import { useTimes } from '../../shared/ui/use-times.ts';
import { useNames } from '../session.tsx';

export function RequestQuestion({ page }: { page: RequestPage }) {
  const { t } = useTranslation('desk');
  const names = useNames();
  const { dateTime } = useTimes();
  const { request, need, files, share } = page;
  return (
    <section className="question" aria-labelledby="question">
      <h2 id="question">{t('requests.question')}</h2>
      <blockquote>{request.question}</blockquote>
      <dl className="facts-list">
        <dt>{t('requests.asker')}</dt>
        <dd>{[request.askedByName, names.unit(request.askedUnitId)].filter(Boolean).join(', ')}</dd>
        <dt>{t('requests.need')}</dt>
        <dd>{need.serviceName || need.ownWords}</dd>
        <dt>{t('requests.customer')}</dt>
        <dd>{request.customerWaiting ? <strong>{t('requests.customerWaits')}</strong> : t('requests.customerNotHere')}</dd>
        {files.length > 0 ? (
          <>
            <dt>{t('requests.files')}</dt>
            <dd>
              {files.map((file) => (
                <a key={file.id} className="file" href={fileAddress(file.messageId, file.id)} download={file.name}>
                  {file.name}
                </a>
              ))}
            </dd>
          </>
        ) : null}
        {share ? (
          <>
            <dt>{t('requests.ground')}</dt>
            <dd>
              {share.ground.replace(/\.$/, '')}, {dateTime(share.sharedAt)}
            </dd>
          </>
        ) : null}
      </dl>
      {request.sensitivity === 'secret' ? (
        <StatusWord tone="wait" icon={Lock}>
          {t('messages.secret')}
        </StatusWord>
      ) : null}
    </section>
  );
}
