import type { DemoProvider } from './types.ts';

/** Those of the demo's own organisations that provide something, and others whose services its residents ask for. Associations are made up. */
export const providers: DemoProvider[] = [
  ...['mallila', 'kuvala', 'kela', 'dvv', 'vero', 'poliisi', 'oikeus', 'hyvinvointialue', 'tyollisyysalue', 'digitukiyhdistys'].map(
    (key) => ({ key, organisation: key }),
  ),
  {
    key: 'migri',
    kind: 'state',
    names: { fi: 'Maahanmuuttovirasto', sv: 'Migrationsverket', en: 'Finnish Immigration Service' },
  },
  {
    key: 'traficom',
    kind: 'state',
    names: {
      fi: 'Liikenne- ja viestintävirasto Traficom',
      sv: 'Transport- och kommunikationsverket Traficom',
      en: 'Finnish Transport and Communications Agency Traficom',
    },
  },
  {
    key: 'ulosotto',
    kind: 'state',
    names: { fi: 'Ulosottolaitos', sv: 'Utsökningsverket', en: 'National Enforcement Authority Finland' },
  },
  {
    key: 'karajaoikeus',
    kind: 'state',
    names: { fi: 'Pohjois-Mallilan käräjäoikeus', sv: 'Norra Mallilas tingsrätt', en: 'District Court of North Mallila' },
  },
  {
    key: 'puolustusvoimat',
    kind: 'state',
    names: { fi: 'Puolustusvoimat', sv: 'Försvarsmakten', en: 'Finnish Defence Forces' },
  },
  {
    key: 'omaishoitajat',
    kind: 'association',
    names: { fi: 'Mallilan Omaishoitajat ry', sv: 'Mallilan Omaishoitajat ry', en: 'Mallila Carers Association' },
  },
  {
    key: 'ruokaapu',
    kind: 'association',
    names: { fi: 'Mallilan Yhteinen Pöytä ry', sv: 'Mallilan Yhteinen Pöytä ry', en: 'Mallila Shared Table Association' },
  },
  {
    key: 'monikulttuuri',
    kind: 'association',
    names: { fi: 'Mallilan Maailmantalo ry', sv: 'Mallilan Maailmantalo ry', en: 'Mallila World House Association' },
  },
];
