import type { DemoGuide } from './types.ts';

export const pointGuides: DemoGuide[] = [
  {
    key: 'vuoron-alku',
    kind: 'shift',
    point: 'mallila',
    version: 3,
    texts: {
      fi: {
        title: 'Vuoron alku ja loppu Mallilan palvelupisteessä',
        body: 'Ennen avaamista:\n– Katso uudet muutostiedotteet ja kuittaa pakolliset.\n– Katso, keiden viranomaisten asiantuntijat ovat paikalla tänään.\n– Tarkista hälytyspainike, kuulosilmukka ja etäpalveluhuone.\n– Käynnistä vuoronumerot ja asiakaspäätteet.\n\nVuoron lopussa:\n– Kirjaa kesken jääneet asiat ja siirrä ne, jos olet huomenna poissa.\n– Lukitse vastaanotetut asiakirjat.\n– Tyhjennä asiakaspäätteet ja tulostin.\n– Kerro esihenkilölle, jos jotain jäi painamaan mieltä.',
      },
      sv: {
        title: 'Skiftets början och slut på Mallila servicepunkt',
        body: 'Före öppningen:\n– Läs nya ändringsmeddelanden och kvittera de obligatoriska.\n– Se vilka myndigheters sakkunniga som är på plats i dag.\n– Kontrollera larmknappen, hörselslingan och rummet för distansservice.\n– Starta könumren och kunddatorerna.\n\nI slutet av skiftet:\n– Anteckna det som blev halvfärdigt och överför det om du är borta i morgon.\n– Lås in mottagna handlingar.\n– Töm kunddatorerna och skrivaren.\n– Berätta för chefen om något tynger dig.',
      },
      en: {
        title: 'Beginning and ending a shift at Mallila service point',
        body: 'Before opening:\n– Read new change notices and sign the compulsory ones.\n– See which authorities’ specialists are here today.\n– Check the alarm button, the induction loop and the remote service room.\n– Start the queue numbers and customer computers.\n\nAt the end:\n– Note what is unfinished and hand it over if you are away tomorrow.\n– Lock up documents you have taken in.\n– Clear the customer computers and the printer.\n– Tell your manager if something weighs on your mind.',
      },
    },
  },
  {
    key: 'bussin-paiva',
    kind: 'shift',
    point: 'palvelubussi',
    version: 2,
    texts: {
      fi: {
        title: 'Palvelubussin päivä',
        body: 'Bussissa on aina kaksi: neuvoja ja kuljettaja.\n\n– Lataa laitteet ja testaa yhteys ennen lähtöä.\n– Ota mukaan lomakkeet, lappupohjat, tulostin ja ensiapulaukku.\n– Pysäkillä: nostin alas, kyltti ulos, ovi auki vasta kun bussi on vakaa.\n– Bussissa neuvot ja opastat. Asiakirjoja Kelan asioissa ei oteta vastaan bussissa.\n– Jos joku haluaa puhua rauhassa, kuljettaja odottaa ulkona.\n– Jos yhteys katkeaa, kirjaa paperille ja siirrä tiedot samana päivänä.',
      },
      sv: {
        title: 'En dag i servicebussen',
        body: 'Bussen har alltid två personer: en rådgivare och en förare.\n\n– Ladda enheterna och pröva förbindelsen före avfärd.\n– Ta med blanketter, lappar, skrivare och förstahjälpsväska.\n– Vid hållplatsen: lyften ner, skylten ut, dörren öppnas först när bussen står stadigt.\n– I bussen ger du råd och handledning. Handlingar i FPA-ärenden tas inte emot i bussen.\n– Om någon vill tala ostört väntar föraren utanför.\n– Om förbindelsen bryts, anteckna på papper och för in uppgifterna samma dag.',
      },
      en: {
        title: 'A day on the service bus',
        body: 'There are always two on the bus: an advisor and a driver.\n\n– Charge the devices and test the connection before you leave.\n– Bring forms, slips, the printer and the first aid bag.\n– At the stop: lift down, sign out, door open only when the bus stands firm.\n– On the bus you inform and guide. Documents in Kela matters are not taken in on the bus.\n– If someone wants to talk in private, the driver waits outside.\n– If the connection fails, write on paper and enter the details the same day.',
      },
    },
  },
  {
    key: 'uhkatilanne',
    kind: 'threat',
    version: 5,
    texts: {
      fi: {
        title: 'Uhkatilanne: toimi näin',
        alsoCalled: ['uhkaava asiakas', 'aggressiivinen asiakas', 'väkivalta', 'hälytys', 'hätätilanne'],
        body: 'Oma turvallisuutesi tulee ensin. Ketään ei tarvitse palvella uhan alla.\n\n1. Puhu rauhallisesti ja pidä etäisyyttä. Älä käännä selkääsi äläkä estä tietä ovelle.\n2. Paina hiljaista hälytystä (F10). Vartija tulee, eikä hälytys kuulu asiakkaalle.\n3. Poistu, jos voit. Ohjaa muut asiakkaat pois.\n4. Jos on vaara, soita 112. Kerro paikka ensin: Torikuja 4, pääovi torilta.\n\nJälkeenpäin:\n– Kirjaa tapahtuma häiriöihin: mitä tapahtui, ei arvioita ihmisestä.\n– Esihenkilö keskustelee kanssasi samana päivänä. Saat lähteä kotiin.\n– Asiakkaasta ei pidetä mustaa listaa: hänellä on oikeus asioida, tarvittaessa toisella tavalla.',
      },
      sv: {
        title: 'Hotfull situation: gör så här',
        alsoCalled: ['hotfull kund', 'aggressiv kund', 'våld', 'larm', 'nödläge'],
        body: 'Din egen trygghet kommer först. Ingen behöver betjänas under hot.\n\n1. Tala lugnt och håll avstånd. Vänd inte ryggen till och spärra inte vägen till dörren.\n2. Tryck på det tysta larmet (F10). Väktaren kommer, och larmet hörs inte av kunden.\n3. Gå därifrån om du kan. Led bort andra kunder.\n4. Ring 112 om det är fara. Säg platsen först: Torggränd 4, huvuddörren från torget.\n\nEfteråt:\n– Anteckna händelsen bland störningar: vad som hände, inga omdömen om personen.\n– Chefen talar med dig samma dag. Du får gå hem.\n– Ingen svart lista förs över kunder: kunden har rätt att uträtta ärenden, vid behov på annat sätt.',
      },
      en: {
        title: 'A threatening situation: do this',
        alsoCalled: ['threatening customer', 'aggressive customer', 'violence', 'alarm', 'emergency'],
        body: 'Your own safety comes first. Nobody need be served under threat.\n\n1. Speak calmly and keep your distance. Do not turn your back or block the way to the door.\n2. Press the silent alarm (F10). The guard comes, and the customer does not hear it.\n3. Leave if you can. Lead other customers away.\n4. If there is danger call 112. Give the place first: Torikuja 4, main door from the square.\n\nAfterwards:\n– Record the event as a disturbance: what happened, no judgement of the person.\n– Your manager talks with you the same day. You may go home.\n– No blacklist of customers is kept: the customer has the right to be served, in another way if needed.',
      },
    },
  },
  {
    key: 'tunnistaminen',
    kind: 'case',
    issuer: 'mallila',
    validForDays: 300,
    version: 4,
    texts: {
      fi: {
        title: 'Mitä voin kertoa? Tunnistamisen tasot',
        body: 'Soittajan numero, sähköpostiosoite tai linkki ei ole tunnistamista.\n\n– Ei tunnistettu: kerro vain yleistä tietoa palveluista.\n– Kertonut itse nimensä: voit kirjata asian, mutta et kerro aiempia tietoja.\n– Asiakirja nähty: voit kertoa asian vaiheen ja lukea viestit.\n– Vahva tunnistautuminen: myös salassa pidettävä sisältö.\n– Valtuus tarkistettu: kerro toiselle vain siitä, mitä valtuus koskee.\n\nÄlä sano viranomaisen nimeä niin, että muut kuulevat. Tekstiviestiin, otsikkoon ja kuoreen ei kirjoiteta, mistä asiasta on kyse. Jos asiakkaalla on turvakielto, älä vahvista kenellekään, että hän on asiakas.',
      },
      sv: {
        title: 'Vad får jag berätta? Identifieringsnivåer',
        body: 'Ett telefonnummer, en e-postadress eller en länk är ingen identifiering.\n\n– Inte identifierad: berätta bara allmänt om tjänster.\n– Har själv sagt sitt namn: du kan anteckna ärendet men berättar inga tidigare uppgifter.\n– Handling har setts: du kan berätta hur ärendet framskrider och läsa upp meddelanden.\n– Stark autentisering: också sekretessbelagt innehåll.\n– Fullmakt har kontrollerats: berätta bara om det som fullmakten gäller.\n\nSäg inte myndighetens namn så att andra hör. I textmeddelanden, rubriker och på kuvert skrivs inte vad ärendet gäller. Om kunden har spärrmarkering, bekräfta inte för någon att hen är kund.',
      },
      en: {
        title: 'What may I tell? Levels of identification',
        body: 'A phone number, an e-mail address or a link is not identification.\n\n– Not identified: give only general information on services.\n– Gave their own name: you may note the matter but tell nothing of earlier details.\n– Document seen: you may tell how the matter stands and read messages out.\n– Strong identification: secret content too.\n– Mandate checked: tell only what the mandate covers.\n\nDo not say an authority’s name so that others hear. Text messages, subject lines and envelopes do not say what the matter is about. If a customer has a non-disclosure order, confirm to nobody that they are a customer.',
      },
    },
  },
];
