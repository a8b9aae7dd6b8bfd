import type { Names } from '../../server/modules/directory/types.ts';
import type { Role } from '../../server/modules/identity/types.ts';

export type DemoStaff = {
  name: string;
  email: string;
  language: 'fi' | 'sv' | 'en';
  title: Names;
  grants: { role: Role; organisation: string; point?: string }[];
  units: string[];
};

const title = (fi: string, sv: string, en: string): Names => ({ fi, sv, en });

const advisor = title('Palveluneuvoja', 'Servicerådgivare', 'Service advisor');
const secondTier = title('Asiantuntija, 2. taso', 'Sakkunnig, nivå 2', 'Specialist, tier 2');

/** Whoever is named here is made up. The first five are the roles to try. */
export const staff: DemoStaff[] = [
  {
    name: 'Aino Korpela',
    email: 'aino.korpela@mallila.example',
    language: 'fi',
    title: advisor,
    grants: [{ role: 'service-advisor', organisation: 'mallila' }],
    units: ['mallila-neuvonta', 'kirkkoranta-neuvonta'],
  },
  {
    name: 'Leo Salmi',
    email: 'leo.salmi@mallila.example',
    language: 'fi',
    title: title('Vastaanottava asiakaspalvelija', 'Mottagande kundbetjänare', 'Receptionist'),
    grants: [{ role: 'receptionist', organisation: 'mallila', point: 'mallila' }],
    units: ['mallila-neuvonta'],
  },
  {
    name: 'Mika Ranta',
    email: 'mika.ranta@kela.example',
    language: 'fi',
    title: secondTier,
    grants: [{ role: 'authority-specialist', organisation: 'kela' }],
    units: ['kela-2'],
  },
  {
    name: 'Sari Niemi',
    email: 'sari.niemi@kela.example',
    language: 'fi',
    title: title('Etuuskäsittelijä, 3. taso', 'Förmånshandläggare, nivå 3', 'Benefit officer, tier 3'),
    grants: [{ role: 'authority-specialist', organisation: 'kela' }],
    units: ['kela-3'],
  },
  {
    name: 'Outi Lehtola',
    email: 'outi.lehtola@mallila.example',
    language: 'fi',
    title: title('Pääkäyttäjä', 'Huvudanvändare', 'Administrator'),
    grants: [{ role: 'administrator', organisation: 'mallila' }],
    units: [],
  },
  {
    name: 'Ebba Nylund',
    email: 'ebba.nylund@mallila.example',
    language: 'sv',
    title: advisor,
    grants: [{ role: 'service-advisor', organisation: 'mallila' }],
    units: ['mallila-neuvonta', 'digituki'],
  },
  {
    name: 'Daniel Berg',
    email: 'daniel.berg@dvv.example',
    language: 'sv',
    title: secondTier,
    grants: [{ role: 'authority-specialist', organisation: 'dvv' }],
    units: ['dvv-2'],
  },
  {
    name: 'Tuula Hautala',
    email: 'tuula.hautala@vero.example',
    language: 'fi',
    title: secondTier,
    grants: [{ role: 'authority-specialist', organisation: 'vero' }],
    units: ['vero-2'],
  },
  {
    name: 'Jari Koivula',
    email: 'jari.koivula@tyollisyysalue.example',
    language: 'fi',
    title: title('Omavalmentaja', 'Personlig coach', 'Employment coach'),
    grants: [{ role: 'authority-specialist', organisation: 'tyollisyysalue' }],
    units: ['tyollisyysalue-2'],
  },
  {
    name: 'Riitta Harju',
    email: 'riitta.harju@mallila.example',
    language: 'fi',
    title: title('Palvelupisteen esihenkilö', 'Servicepunktens chef', 'Point manager'),
    grants: [
      { role: 'point-manager', organisation: 'mallila' },
      { role: 'development-team', organisation: 'mallila' },
    ],
    units: ['mallila-neuvonta'],
  },
  {
    name: 'Petri Laakso',
    email: 'petri.laakso@mallila.example',
    language: 'fi',
    title: title('Digitukija', 'Digistödjare', 'Digital support advisor'),
    grants: [{ role: 'digital-support-advisor', organisation: 'mallila' }],
    units: ['digituki'],
  },
  {
    name: 'Samir Aalto',
    email: 'samir.aalto@vartio.example',
    language: 'fi',
    title: title('Vartija', 'Väktare', 'Guard'),
    grants: [{ role: 'guard', organisation: 'mallila', point: 'mallila' }],
    units: [],
  },
  {
    name: 'Marja Vesala',
    email: 'marja.vesala@digiapu.example',
    language: 'fi',
    title: title('Vapaaehtoinen digitukija', 'Frivillig digistödjare', 'Volunteer digital supporter'),
    grants: [{ role: 'external-digital-supporter', organisation: 'digitukiyhdistys' }],
    units: [],
  },
  {
    name: 'Helena Forss',
    email: 'helena.forss@mallila.example',
    language: 'sv',
    title: title('Tietosuojavastaava', 'Dataskyddsombud', 'Data protection officer'),
    grants: [{ role: 'data-protection-officer', organisation: 'mallila' }],
    units: [],
  },
  {
    name: 'Kaisa Rinne',
    email: 'kaisa.rinne@kela.example',
    language: 'fi',
    title: title('Kelan pääkäyttäjä', 'FPA:s huvudanvändare', 'Kela administrator'),
    grants: [{ role: 'administrator', organisation: 'kela' }],
    units: [],
  },
  {
    name: 'Olli Kuusela',
    email: 'olli.kuusela@kuvala.example',
    language: 'fi',
    title: advisor,
    grants: [{ role: 'service-advisor', organisation: 'kuvala' }],
    units: ['kuvala-neuvonta'],
  },
  {
    name: 'Venla Suomela',
    email: 'venla.suomela@kuvala.example',
    language: 'fi',
    title: title('Kuvalan pääkäyttäjä', 'Kuvalas huvudanvändare', 'Kuvala administrator'),
    grants: [{ role: 'administrator', organisation: 'kuvala' }],
    units: [],
  },
];

export const ROLES_TO_TRY: string[] = staff.slice(0, 5).map(({ email }) => email);
