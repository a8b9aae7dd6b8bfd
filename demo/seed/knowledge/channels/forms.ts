import type { DemoChannel } from '../types.ts';
import { form } from './making.ts';

const DVV = 'lomakkeet.dvv.example';
const KELA = 'lomakkeet.kela.example';
const REGION = 'lomakkeet.pohjois-mallila.example';
const CITY = 'lomakkeet.mallila.example';

export const forms: DemoChannel[] = [
  form(['dvv-muuttolomake', 'dvv'], 'V 10', DVV, ['Muuttoilmoitus-lomake', 'Blankett för flyttanmälan', 'Notification of move form']),
  form(['dvv-turvakieltolomake', 'dvv'], 'V 20', DVV, [
    'Turvakieltohakemus',
    'Ansökan om spärrmarkering',
    'Application for non-disclosure',
  ]),
  form(['dvv-nimilomake', 'dvv'], 'V 30', DVV, ['Nimenmuutoshakemus', 'Ansökan om namnändring', 'Name change application']),
  form(['dvv-esteidentutkintalomake', 'dvv'], 'V 40', DVV, [
    'Esteiden tutkinnan pyyntö',
    'Begäran om hindersprövning',
    'Request for examination of impediments',
  ]),
  form(['dvv-sukuselvityslomake', 'dvv'], 'V 50', DVV, [
    'Sukuselvityksen tilaus',
    'Beställning av släktutredning',
    'Order for a report on family relationships',
  ]),
  form(['dvv-rekisterointilomake', 'dvv'], 'V 60', DVV, [
    'Ulkomaalaisen rekisteröintilomake',
    'Registreringsblankett för utlänningar',
    'Registration form for foreign nationals',
  ]),
  form(['dvv-valtuutuslomake', 'dvv'], 'V 70', DVV, [
    'Edunvalvontavaltuutuksen vahvistamishakemus',
    'Ansökan om fastställande av intressebevakningsfullmakt',
    'Application to confirm a continuing power of attorney',
  ]),
  form(['dvv-valtuushakemus', 'dvv'], 'V 80', DVV, [
    'Valtuushakemus paperilla',
    'Fullmaktsansökan på papper',
    'Mandate application on paper',
  ]),
  form(['vero-verokorttilomake', 'vero'], 'S 10', 'lomakkeet.vero.example', [
    'Verokorttihakemus',
    'Ansökan om skattekort',
    'Tax card application',
  ]),
  form(['vero-ilmoituslomake', 'vero'], 'S 20', 'lomakkeet.vero.example', [
    'Veroilmoituksen korjauslomake',
    'Blankett för rättelse av skattedeklaration',
    'Tax return correction form',
  ]),
  form(['edunvalvonta-hakemus', 'oikeus'], 'O 10', 'lomakkeet.oikeus.example', [
    'Ilmoitus edunvalvonnan tarpeesta',
    'Anmälan om behov av intressebevakning',
    'Notice of need for guardianship',
  ]),
  form(['karajaoikeus-avioerolomake', 'karajaoikeus'], 'K 10', 'lomakkeet.karajaoikeus.example', [
    'Avioerohakemus',
    'Ansökan om äktenskapsskillnad',
    'Divorce application',
  ]),
  form(['kela-asumistukilomake', 'kela'], 'A 10', KELA, [
    'Yleisen asumistuen hakemus',
    'Ansökan om allmänt bostadsbidrag',
    'General housing allowance application',
  ]),
  form(['kela-toimeentulolomake', 'kela'], 'A 20', KELA, [
    'Perustoimeentulotuen hakemus',
    'Ansökan om grundläggande utkomststöd',
    'Basic social assistance application',
  ]),
  form(['kela-suomeen-lomake', 'kela'], 'A 30', KELA, [
    'Suomeen muuttavan hakemus',
    'Ansökan för den som flyttar till Finland',
    'Application when moving to Finland',
  ]),
  form(['kela-vanhempainlomake', 'kela'], 'A 40', KELA, [
    'Vanhempainpäivärahojen ja äitiysavustuksen hakemus',
    'Ansökan om föräldradagpenningar och moderskapsunderstöd',
    'Parental benefits and maternity grant application',
  ]),
  form(['kela-lapsilisalomake', 'kela'], 'A 50', KELA, ['Lapsilisähakemus', 'Ansökan om barnbidrag', 'Child benefit application']),
  form(['kela-elatuslomake', 'kela'], 'A 60', KELA, [
    'Elatustukihakemus',
    'Ansökan om underhållsstöd',
    'Child maintenance allowance application',
  ]),
  form(['kela-sairauslomake', 'kela'], 'A 70', KELA, [
    'Sairauspäivärahahakemus',
    'Ansökan om sjukdagpenning',
    'Sickness allowance application',
  ]),
  form(['kela-kuntoutuslomake', 'kela'], 'A 80', KELA, [
    'Kuntoutus- ja kuntoutusrahahakemus',
    'Ansökan om rehabilitering och rehabiliteringspenning',
    'Rehabilitation and allowance application',
  ]),
  form(['kela-hoitotukilomake', 'kela'], 'E 10', KELA, [
    'Eläkettä saavan hoitotuen hakemus',
    'Ansökan om vårdbidrag för pensionstagare',
    'Care allowance for pensioners application',
  ]),
  form(['kela-elakelomake', 'kela'], 'E 20', KELA, ['Eläkehakemus', 'Pensionsansökan', 'Pension application']),
  form(['kela-elakeasumislomake', 'kela'], 'E 30', KELA, [
    'Eläkkeensaajan asumistuen hakemus',
    'Ansökan om bostadsbidrag för pensionstagare',
    'Housing allowance for pensioners application',
  ]),
  form(['kela-perhe-elakelomake', 'kela'], 'E 40', KELA, [
    'Perhe-eläkehakemus',
    'Ansökan om familjepension',
    'Survivors’ pension application',
  ]),
  form(['kotihoito-hakemus', 'hyvinvointialue'], 'H 10', REGION, [
    'Palvelutarpeen arvion pyyntö',
    'Begäran om bedömning av servicebehovet',
    'Request for assessment of needs',
  ]),
  form(['omaishoito-hakemus', 'hyvinvointialue'], 'H 20', REGION, [
    'Omaishoidon tuen hakemus',
    'Ansökan om stöd för närståendevård',
    'Informal care support application',
  ]),
  form(['kuljetus-hakemus', 'hyvinvointialue'], 'H 30', REGION, [
    'Liikkumisen tuen hakemus',
    'Ansökan om stöd för rörlighet',
    'Mobility support application',
  ]),
  form(['taydentava-hakemus', 'hyvinvointialue'], 'H 40', REGION, [
    'Täydentävän toimeentulotuen hakemus',
    'Ansökan om kompletterande utkomststöd',
    'Supplementary social assistance application',
  ]),
  form(['mallila-pysakointilomake', 'mallila'], 'M 10', CITY, [
    'Asukaspysäköintitunnuksen hakemus',
    'Ansökan om boendeparkeringstillstånd',
    'Resident parking permit application',
  ]),
  form(['asunto-hakemus', 'mallila'], 'M 20', CITY, ['Vuokra-asuntohakemus', 'Ansökan om hyresbostad', 'Rental home application']),
  form(['varhaiskasvatuslomake', 'mallila'], 'M 30', CITY, [
    'Varhaiskasvatushakemus',
    'Ansökan till småbarnspedagogik',
    'Early childhood education application',
  ]),
  form(['koulukuljetuslomake', 'mallila'], 'M 40', CITY, ['Koulukuljetushakemus', 'Ansökan om skolskjuts', 'School transport application']),
];
