import type { Names } from '../../server/modules/directory/types.ts';

/** Somebody whom the demo's broker identifies. Their identity codes are of the range that belongs to nobody (serials 900–999). */
export type TestIdentity = {
  key: string;
  givenName: string;
  familyName: string;
  identityCode?: string;
  /** Of people of another country, identified there (eIDAS). */
  foreignId?: string;
  about: Names;
};

export const testIdentities: readonly TestIdentity[] = [
  {
    key: 'veikko',
    givenName: 'Veikko',
    familyName: 'Lahdensuo',
    identityCode: '140542-901Y',
    about: { fi: 'Asiakas, jolla on asia kesken', sv: 'Kund med ett ärende på gång', en: 'A customer with an open matter' },
  },
  {
    key: 'ritva',
    givenName: 'Ritva',
    familyName: 'Koskela',
    identityCode: '020268-905M',
    about: {
      fi: 'Voi asioida äitinsä ja yrityksen puolesta ja katsoa isänsä asioita',
      sv: 'Kan uträtta ärenden för sin mor och ett företag och se sin fars ärenden',
      en: 'May act for her mother and for a company, and see her father’s matters',
    },
  },
  {
    key: 'katja',
    givenName: 'Katja',
    familyName: 'Mäenpää',
    identityCode: '050777Y903V',
    about: { fi: 'Turvakielto', sv: 'Spärrmarkering', en: 'Non-disclosure for personal safety' },
  },
  {
    key: 'sanna',
    givenName: 'Sanna',
    familyName: 'Öhman',
    identityCode: '230891-902V',
    about: {
      fi: 'Asia kesken, ei vielä liitetty häneen',
      sv: 'Har ett ärende som ännu inte kopplats till henne',
      en: 'Has a matter that is not linked to her yet',
    },
  },
  {
    key: 'oskar',
    givenName: 'Oskar',
    familyName: 'Lindqvist',
    identityCode: '250659-907E',
    about: {
      fi: 'Odottaa, että asia liitetään häneen',
      sv: 'Väntar på att ärendet kopplas till honom',
      en: 'Waits for the matter to be linked to him',
    },
  },
  {
    key: 'elias',
    givenName: 'Elias',
    familyName: 'Nurmi',
    identityCode: '311203A904L',
    about: { fi: 'Ei ole asioinut täällä ennen', sv: 'Har inte varit kund här förut', en: 'Has not been a customer here before' },
  },
  {
    key: 'liis',
    givenName: 'Liis',
    familyName: 'Tammsalu',
    foreignId: 'EE/FI/99001010001',
    about: {
      fi: 'Tunnistautuu Virossa, ei suomalaista henkilötunnusta',
      sv: 'Identifierar sig i Estland, har ingen finsk personbeteckning',
      en: 'Identified in Estonia, has no Finnish identity code',
    },
  },
];
