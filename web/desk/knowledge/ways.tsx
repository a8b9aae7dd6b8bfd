import { useTranslation } from 'react-i18next';
import type { ServiceBeside } from '../../shared/api/knowledge.ts';
import type { Locale } from '../../shared/i18n/locale.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { PublicPage } from './public-page.tsx';
import { useService } from './queries.ts';

type Local<T> = { fi?: T | undefined; sv?: T | undefined; en?: T | undefined };

/** In the reader's language, or in the first there is. */
export const told = <T,>(local: Local<T>, locale: Locale): T | undefined => local[locale] ?? local.fi ?? local.sv ?? local.en;

export function ServiceWays({ serviceId }: { serviceId: string }) {
  const service = useService(serviceId).data;
  return service ? <Ways channels={service.channels} /> : null;
}

/** Online services, forms and telephones, as the directory tells them. */
export function Ways({ channels }: { channels: readonly ServiceBeside['channels'][number][] }) {
  const { t } = useTranslation('cards');
  const locale = useLocale();
  const ways = channels.flatMap((channel) => {
    // What an address of another kind would run is nobody's page.
    const links = (told(channel.links, locale) ?? []).filter(({ url }) => /^https?:/i.test(url));
    const phones = told(channel.phones, locale) ?? [];
    return links.length + phones.length > 0 ? [{ ...channel, links, phones }] : [];
  });
  if (ways.length === 0) return null;
  return (
    <section className="beside-part">
      <h3>{t('pane.ways')}</h3>
      <ul className="card-links">
        {ways.map((way) => (
          <li key={way.id}>
            {told(way.names, locale)} {way.needsSignIn ? <span className="quiet">{t('pane.signIn')}</span> : null}
            {way.links.map((link) => (
              <p key={link.url}>
                <PublicPage address={link.url} name={link.name || link.url} />
              </p>
            ))}
            {way.phones.map((phone) => (
              <p key={phone.number}>
                {phone.number} <span className="quiet">{phone.note}</span>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
