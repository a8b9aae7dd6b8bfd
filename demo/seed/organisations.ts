import type { Names, OrganisationKind } from '../../server/modules/directory/types.ts';

export type DemoOrganisation = {
  key: string;
  kind: OrganisationKind;
  name: Names;
  shortName: Names;
  /** The first day it is no more. */
  validUntil?: string;
  validFrom?: string;
  successor?: string;
  /** Keeps its own details; the others are kept by the city. */
  keepsItself?: true;
};

const same = (text: string): Names => ({ fi: text, sv: text, en: text });

/** A successor comes before those it carries on. Mallila and its neighbours are made up; the state's agencies are as they are in 2026. */
export const organisations: DemoOrganisation[] = [
  {
    key: 'mallila',
    kind: 'municipality',
    keepsItself: true,
    name: { fi: 'Mallilan kaupunki', sv: 'Mallila stad', en: 'City of Mallila' },
    shortName: { fi: 'Mallila', sv: 'Mallila', en: 'Mallila' },
  },
  {
    key: 'kuvala',
    kind: 'municipality',
    keepsItself: true,
    name: { fi: 'Kuvalan kunta', sv: 'Kuvala kommun', en: 'Municipality of Kuvala' },
    shortName: same('Kuvala'),
  },
  {
    key: 'kela',
    kind: 'kela',
    name: { fi: 'Kansaneläkelaitos', sv: 'Folkpensionsanstalten', en: 'Social Insurance Institution of Finland' },
    shortName: { fi: 'Kela', sv: 'FPA', en: 'Kela' },
  },
  {
    key: 'dvv',
    kind: 'state',
    name: {
      fi: 'Digi- ja väestötietovirasto',
      sv: 'Myndigheten för digitalisering och befolkningsdata',
      en: 'Digital and Population Data Services Agency',
    },
    shortName: { fi: 'DVV', sv: 'MDB', en: 'DVV' },
  },
  {
    key: 'vero',
    kind: 'state',
    name: { fi: 'Verohallinto', sv: 'Skatteförvaltningen', en: 'Finnish Tax Administration' },
    shortName: { fi: 'Vero', sv: 'Skatt', en: 'Tax' },
  },
  {
    key: 'poliisi',
    kind: 'state',
    name: { fi: 'Poliisi', sv: 'Polisen', en: 'Police' },
    shortName: { fi: 'Poliisi', sv: 'Polisen', en: 'Police' },
  },
  {
    key: 'lvv',
    kind: 'state',
    validFrom: '2026-01-01',
    name: { fi: 'Lupa- ja valvontavirasto', sv: 'Tillstånds- och tillsynsverket', en: 'Finnish Supervisory Agency' },
    shortName: { fi: 'LVV', sv: 'LTV', en: 'LVV' },
  },
  {
    key: 'elinvoimakeskus',
    kind: 'state',
    validFrom: '2026-01-01',
    name: {
      fi: 'Pohjois-Mallilan elinvoimakeskus',
      sv: 'Norra Mallilas livskraftscentral',
      en: 'Economic Development Centre of North Mallila',
    },
    shortName: { fi: 'Elinvoimakeskus', sv: 'Livskraftscentralen', en: 'Economic Development Centre' },
  },
  {
    key: 'oikeus',
    kind: 'state',
    name: {
      fi: 'Oikeuspalveluvirasto (oikeusapu ja edunvalvonta)',
      sv: 'Rättstjänstverket (rättshjälp och intressebevakning)',
      en: 'National Legal Services Authority (legal aid and guardianship)',
    },
    shortName: { fi: 'Oikeusapu ja edunvalvonta', sv: 'Rättshjälp och intressebevakning', en: 'Legal aid and guardianship' },
  },
  {
    key: 'hyvinvointialue',
    kind: 'wellbeing',
    name: { fi: 'Pohjois-Mallilan hyvinvointialue', sv: 'Norra Mallilas välfärdsområde', en: 'Wellbeing Services County of North Mallila' },
    shortName: { fi: 'Hyvinvointialue', sv: 'Välfärdsområdet', en: 'Wellbeing services county' },
  },
  {
    key: 'tyollisyysalue',
    kind: 'municipality',
    validFrom: '2025-01-01',
    name: { fi: 'Mallilan seudun työllisyysalue', sv: 'Mallilanejdens sysselsättningsområde', en: 'Mallila Region Employment Area' },
    shortName: { fi: 'Työllisyysalue', sv: 'Sysselsättningsområdet', en: 'Employment area' },
  },
  {
    key: 'digitukiyhdistys',
    kind: 'association',
    name: { fi: 'Mallilan Digiapu ry', sv: 'Mallilan Digiapu ry', en: 'Mallila Digital Help Association' },
    shortName: { fi: 'Digiapu', sv: 'Digiapu', en: 'Digital Help' },
  },
  {
    key: 'avi',
    kind: 'state',
    validUntil: '2026-01-01',
    successor: 'lvv',
    name: { fi: 'Aluehallintovirasto', sv: 'Regionförvaltningsverket', en: 'Regional State Administrative Agency' },
    shortName: { fi: 'AVI', sv: 'RFV', en: 'AVI' },
  },
  {
    key: 'valvira',
    kind: 'state',
    validUntil: '2026-01-01',
    successor: 'lvv',
    name: {
      fi: 'Sosiaali- ja terveysalan lupa- ja valvontavirasto',
      sv: 'Tillstånds- och tillsynsverket för social- och hälsovården',
      en: 'National Supervisory Authority for Welfare and Health',
    },
    shortName: same('Valvira'),
  },
  {
    key: 'ely',
    kind: 'state',
    validUntil: '2026-01-01',
    successor: 'elinvoimakeskus',
    name: {
      fi: 'Elinkeino-, liikenne- ja ympäristökeskus',
      sv: 'Närings-, trafik- och miljöcentralen',
      en: 'Centre for Economic Development, Transport and the Environment',
    },
    shortName: { fi: 'ELY-keskus', sv: 'NTM-centralen', en: 'ELY Centre' },
  },
  {
    key: 'te-toimisto',
    kind: 'state',
    validUntil: '2025-01-01',
    successor: 'tyollisyysalue',
    name: {
      fi: 'Pohjois-Mallilan TE-toimisto',
      sv: 'Norra Mallilas arbets- och näringsbyrå',
      en: 'North Mallila Employment and Economic Development Office',
    },
    shortName: { fi: 'TE-toimisto', sv: 'AN-byrån', en: 'TE Office' },
  },
];
