import { ArrowUp, Calendar, Mail, Phone, Undo2, User } from 'lucide-react';
import { Button } from '../shared/ui/button.tsx';
import { Path, type PathStep } from '../shared/ui/path.tsx';

const at = (day: string, clock: string) => (
  <>
    <b>{day}</b> {clock}
  </>
);

const deskSteps: PathStep[] = [
  {
    id: '1',
    state: 'done',
    when: at('ma 23.11.', 'klo 8.14'),
    icon: Mail,
    title: 'Sähköposti asiakkaalta',
    facts: '1 liite',
    body: <p className="quiet">”Muutin pojan lähelle ja vuokra nousi. Mihin pitää ilmoittaa, ja saisinko tukea?”</p>,
  },
  {
    id: '2',
    state: 'done',
    when: at('', 'klo 13.05'),
    icon: Phone,
    title: 'Puhelu asiakkaalle',
    facts: '6 min · Aino Korpela',
    body: <p className="quiet">Sovittiin käynti, koska puhelimessa on vaikea kuulla.</p>,
  },
  {
    id: '3',
    state: 'done',
    when: at('ti 24.11.', 'klo 9.30'),
    icon: User,
    title: 'Käynti, Mallilan palvelupiste',
    facts: '25 min · tiski 3 · Aino Korpela',
    body: <p className="quiet">Muuttoilmoitus tehtiin yhdessä. Vuokrasopimuksen jäljennös otettiin vastaan.</p>,
  },
  {
    id: '4',
    state: 'done',
    when: at('', 'klo 10.02'),
    icon: ArrowUp,
    title: 'Tukipyyntö tasolle 2',
    facts: 'Kela · Aino Korpela',
    body: <p>Vaikuttaako tukeen, että poika omistaa asunnon?</p>,
    branch: {
      label: 'Tukipyynnön kulku',
      course: 'away',
      steps: [
        { id: 'a', state: 'done', depth: 1, when: at('', 'klo 14.20'), title: 'Taso 2 · Mika Ranta', facts: 'siirsi tasolle 3' },
        {
          id: 'b',
          state: 'done',
          depth: 2,
          when: at('ke 25.11.', 'klo 9.05'),
          title: 'Taso 3 · Sari Niemi',
          facts: 'vastasi',
          body: <p className="answer">Ei estä tukea. Vuokran pitää olla maksettu ja sopimuksen kirjallinen.</p>,
        },
        { id: 'c', state: 'done', depth: 1, when: at('', 'klo 9.31'), title: 'Taso 2 · Mika Ranta', facts: 'tarkisti ja palautti sinulle' },
      ],
    },
  },
  {
    id: '5',
    state: 'now',
    when: at('Nyt', 'klo 10.42'),
    icon: Mail,
    title: 'Vastaus asiakkaalle lähtee 48 s kuluttua',
    command: (
      <Button size="small" icon={Undo2} keys="u">
        Peru
      </Button>
    ),
    body: <p className="quiet">Sähköpostiin lähtee ilmoitus. Vastauksen lukee tunnistautumalla tai pisteessä.</p>,
  },
  {
    id: '6',
    state: 'next',
    when: at('pe 27.11.', 'klo 13.00'),
    icon: Calendar,
    title: 'Hakemuksen täyttö yhdessä',
    facts: 'tiski 3 · 45 min · induktiosilmukka varattu',
  },
  { id: '7', state: 'next', when: 'viim. 18.12.', title: 'Kela käsittelee ja vastaa asiakkaalle' },
];

const residentSteps: PathStep[] = [
  { id: '1', state: 'done', title: 'Kerroit asiasi', when: 'Tehty ti 10.11. puhelimessa' },
  {
    id: '2',
    state: 'done',
    title: 'Teimme suunnitelman yhdessä',
    when: 'Tehty to 12.11. Mallilan palvelupisteessä',
    branch: {
      label: 'Digi- ja väestötietovirasto',
      course: 'beside',
      steps: [
        { id: 'a', state: 'done', authority: true, title: 'Digi- ja väestötietovirasto', when: 'Hoitaa osoitteesi samaan aikaan' },
        { id: 'b', state: 'done', title: 'Muuttoilmoitus on lähetetty', when: 'Tehty to 12.11.' },
        { id: 'c', state: 'now', title: 'Virasto käsittelee ilmoitustasi', body: <p>Saat vastauksen viimeistään ke 25.11.</p> },
      ],
    },
  },
  { id: '3', state: 'now', title: 'Lähetä kopio vuokrasopimuksesta', when: 'Viimeistään pe 27.11. klo 16' },
  { id: '4', state: 'next', title: 'Mallilan kunta tekee pysäköintitunnuksen', when: 'Tulossa, viimeistään pe 4.12.' },
  { id: '5', state: 'next', title: 'Tapaaminen: onko kaikki kunnossa?', when: 'Tulossa ke 9.12. klo 10.20, Torikatu 4' },
];

export function DeskPath() {
  return (
    <main className="gallery">
      <Path label="Polku" steps={deskSteps} />
      <Path
        label="Kesken"
        steps={[
          ...deskSteps.slice(2, 3),
          {
            ...(deskSteps[3] as PathStep),
            branch: {
              label: 'Kulku',
              course: 'away',
              steps: [
                { id: 'x', state: 'now', depth: 2, when: at('Nyt', ''), title: 'Taso 3 · Sari Niemi', facts: 'vastaa viimeistään klo 12' },
              ],
            },
          },
          ...deskSteps.slice(5),
        ]}
      />
    </main>
  );
}

export function ResidentPath() {
  return (
    <main className="gallery">
      <Path label="Asiasi polku" look="resident" steps={residentSteps} />
    </main>
  );
}
