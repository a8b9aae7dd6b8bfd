import { useTranslation } from 'react-i18next';
import type { Notice } from '../../../server/modules/matters/noticing/schema.ts';

/** "Notice to the customer: taken in hand, started", "E-mail, sent". */
export function useNoticeWords(): (notice: Notice) => { title: string; facts: string } {
  const { t } = useTranslation('notices');
  const news = useNews();
  return (notice) => {
    const { channel, state } = notice;
    const isForPeople = state === 'waiting' && (channel === 'paper' || channel === 'collect');
    const how = isForPeople ? t(`waiting.${channel}`) : t(`states.${state}`);
    return { title: `${t('entry')}: ${news(notice)}`, facts: `${t(`by.${channel}`)}, ${how}` };
  };
}

/** What has happened, each thing once. */
export function useNews(): (notice: Pick<Notice, 'kinds'>) => string {
  const { t } = useTranslation('notices');
  return ({ kinds }) => kinds.map((kind) => t(`news.${kind}`)).join(', ');
}
