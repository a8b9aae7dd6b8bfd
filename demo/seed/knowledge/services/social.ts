import type { DemoService } from '../types.ts';

export const socialServices: DemoService[] = [
  {
    key: 'kuljetuspalvelu',
    provider: 'hyvinvointialue',
    charge: 'charged',
    area: 'region',
    lifeEvents: ['KE11', 'KE12'],
    serviceClasses: ['P4.4'],
    targetGroups: ['KR1', 'KR1.6', 'KR1.4', 'KR1.1'],
    texts: {
      fi: {
        name: 'Liikkumisen tuki ja kuljetuspalvelu',
        summary: 'Kuljetuksia asiointiin ja vapaa-aikaan, jos et vamman tai sairauden takia voi käyttää joukkoliikennettä.',
        description:
          'Liikkumisen tukea voi saada pitkäaikaisesti vammainen tai sairas, jolle joukkoliikenne tuottaa kohtuuttomia vaikeuksia. Matkoja voi tehdä esimerkiksi kauppaan, harrastuksiin ja tuttavien luo.\n\nTyö- ja opiskelumatkat tulevat lisäksi. Terveydenhuollon matkoja korvaa Kela. Iäkkäille voi olla oma kuljetustuki sosiaalihuollosta.',
        instruction:
          'Täytä hakemus ja liitä lääkärin tai muun ammattilaisen lausunto liikkumisesta. Kerro tavallisista matkoistasi. Apua hakemukseen saa palvelupisteestä. Päätöksestä voi pyytää muutosta.',
        charge: 'Matkasta maksat enintään joukkoliikenteen lippua vastaavan maksun.',
      },
      sv: {
        name: 'Stöd för rörlighet och färdtjänst',
        summary: 'Transporter för ärenden och fritid om du på grund av funktionsnedsättning inte kan använda kollektivtrafik.',
        description:
          'Stöd för rörlighet kan fås av den som har en långvarig funktionsnedsättning eller sjukdom och för vilken kollektivtrafiken är orimligt svår. Resorna kan gå till exempel till butiken, hobbyer och vänner.\n\nResor till arbete och studier kommer utöver det. FPA ersätter sjukvårdsresor. Äldre kan få ett eget transportstöd inom socialvården.',
        instruction:
          'Fyll i ansökan och bifoga ett utlåtande av läkare eller annan sakkunnig om rörligheten. Berätta om dina vanliga resor. På servicepunkten får du hjälp med ansökan. Ändring i beslutet kan begäras.',
        charge: 'För en resa betalar du högst en avgift som motsvarar en kollektivtrafikbiljett.',
      },
      en: {
        name: 'Mobility support and transport service',
        summary: 'Rides for errands and leisure if you cannot use public transport because of a disability or illness.',
        description:
          'It is for people with a long-term disability or illness for whom public transport is unreasonably difficult. Rides can be to the shop, hobbies and friends, for instance.\n\nJourneys to work and studies come in addition. Kela reimburses journeys for health care. Older people may have transport support of their own.',
        instruction:
          'Fill in the application and attach a statement on your mobility from a doctor or other professional. Describe your usual journeys. The service point helps with the application. You may request a review of the decision.',
        charge: 'For a ride you pay at most as much as a public transport ticket.',
      },
      plain: {
        name: 'Kuljetuspalvelu',
        summary: 'Jos et pysty kulkemaan bussilla, voit saada kyydin taksilla.',
        description:
          'Kuljetuspalvelu on sinulle, jos sinulla on vamma tai sairaus. Voit mennä taksilla kauppaan tai ystävän luo.\n\nMatka maksaa enintään saman kuin bussilippu.',
        instruction: 'Täytä hakemus. Pyydä lääkäriltä lausunto. Saat apua palvelupisteestä.',
        charge: 'Maksat enintään bussilipun hinnan.',
      },
    },
    terms: {
      fi: ['invataksi', 'taksikyyti vammaiselle', 'en pääse bussiin', 'pyörätuolilla kauppaan', 'vpl-kuljetus'],
      sv: ['färdtjänst', 'taxi för funktionsnedsatt', 'kommer inte in i bussen', 'rullstol till butiken'],
      en: ['disabled taxi', 'cannot get on the bus', 'wheelchair transport', 'rides for elderly'],
    },
    channels: ['kuljetus-hakemus', 'vammaispalvelut-puhelin', 'piste-mallila', 'hyvinvointi-asiointi'],
  },
  {
    key: 'taydentava-toimeentulotuki',
    provider: 'hyvinvointialue',
    charge: 'free',
    area: 'region',
    lifeEvents: ['KE9'],
    serviceClasses: ['P4.10'],
    targetGroups: ['KR1'],
    texts: {
      fi: {
        name: 'Täydentävä ja ehkäisevä toimeentulotuki',
        summary: 'Harkinnanvaraista tukea erityisiin menoihin, kun Kelan perustoimeentulotuki ei kata niitä.',
        description:
          'Täydentävää tukea voi saada esimerkiksi hankintaan, jota Kela ei korvaa, tai erityiseen elämäntilanteeseen. Ehkäisevä tuki auttaa, kun vaikeus on tulossa, esimerkiksi vuokravelassa.\n\nPäätös tehdään yksilöllisesti. Ensin tarvitaan Kelan päätös perustoimeentulotuesta.',
        instruction:
          'Hae ensin Kelasta. Täytä sitten hakemus ja liitä Kelan päätös, tiliotteet ja lasku tai tarjous menosta. Jos tilanne on akuutti, pyydä puhelimessa sosiaalityöntekijää.',
        eligibility: 'Henkilö tai perhe, jonka erityiset menot vaativat tukea.',
        charge: 'Maksuton.',
        processing: 'Päätös tehdään seitsemän arkipäivän kuluessa hakemuksen saapumisesta.',
      },
      sv: {
        name: 'Kompletterande och förebyggande utkomststöd',
        summary: 'Stöd efter prövning för särskilda utgifter när FPA:s grundläggande utkomststöd inte täcker dem.',
        description:
          'Kompletterande stöd kan fås till exempel för anskaffningar som FPA inte ersätter eller i en särskild livssituation. Förebyggande stöd hjälper när svårigheter är på väg, till exempel vid hyresskuld.\n\nBeslutet är individuellt. Först behövs FPA:s beslut om grundläggande utkomststöd.',
        instruction:
          'Ansök först hos FPA. Fyll sedan i ansökan och bifoga FPA:s beslut, kontoutdrag och räkning eller offert. Om läget är akut, fråga efter en socialarbetare per telefon.',
        eligibility: 'Person eller familj vars särskilda utgifter kräver stöd.',
        charge: 'Avgiftsfritt.',
        processing: 'Beslut fattas inom sju vardagar efter att ansökan kommit in.',
      },
      en: {
        name: 'Supplementary and preventive social assistance',
        summary: 'Discretionary help with special costs that Kela’s basic social assistance does not cover.',
        description:
          'Supplementary support can be given for instance for a purchase Kela does not cover or in a special life situation. Preventive support helps when trouble is near, such as rent arrears.\n\nEach decision is individual. A Kela decision on basic social assistance is needed first.',
        instruction:
          'Apply to Kela first. Then fill in the application and attach the Kela decision, bank statements and the bill or quote. If it is acute, ask for a social worker by phone.',
        eligibility: 'A person or family with special costs that call for support.',
        charge: 'Free of charge.',
        processing: 'A decision is made within seven working days of receiving the application.',
      },
      plain: {
        name: 'Lisätukea, kun Kelan tuki ei riitä',
        summary: 'Jos Kelan tuki ei riitä, hyvinvointialue voi auttaa.',
        description:
          'Hae ensin tukea Kelasta. Jos se ei riitä, voit hakea lisää. Tukea voi saada erityiseen menoon.\n\nTyöntekijä päättää erikseen jokaisesta hakemuksesta.',
        instruction: 'Täytä hakemus. Liitä Kelan päätös ja laskut.',
        charge: 'Ei maksa.',
        eligibility: 'Ihminen tai perhe, jolla on erityisiä menoja.',
        processing: 'Saat päätöksen 7 arkipäivässä.',
      },
    },
    terms: {
      fi: ['rahaa yllättävään menoon', 'vuokravelka', 'pesukone hajosi', 'sosiaalityöntekijä'],
      sv: ['pengar till oväntad utgift', 'hyresskuld', 'tvättmaskinen gick sönder', 'socialarbetare'],
      en: ['money for an unexpected bill', 'rent arrears', 'washing machine broke', 'social worker'],
    },
    channels: ['hyvinvointi-asiointi', 'sosiaalitoimisto-puhelin', 'taydentava-hakemus', 'piste-mallila'],
  },
  {
    key: 'lastenvalvoja',
    provider: 'hyvinvointialue',
    charge: 'free',
    area: 'region',
    lifeEvents: ['KE7', 'KE1'],
    serviceClasses: ['P3.5', 'P3.9', 'P3.3'],
    targetGroups: ['KR1', 'KR1.2'],
    texts: {
      fi: {
        name: 'Lastenvalvoja: lapsen huolto, tapaaminen ja elatus',
        summary: 'Sovi lapsen asumisesta, tapaamisista ja elatuksesta eron jälkeen. Vahvistettu sopimus sitoo kuten tuomio.',
        description:
          'Lastenvalvoja auttaa vanhempia sopimaan lapsen asioista. Hän vahvistaa sopimuksen, jos se on lapsen edun mukainen. Avioliiton ulkopuolella syntyneen lapsen isyyden voi tunnustaa samassa paikassa tai neuvolassa.\n\nJos sopu ei synny, lastenvalvoja kertoo sovittelusta ja tuomioistuimesta.',
        instruction:
          'Varaa aika hyvissä ajoin. Ottakaa mukaan henkilökortit, tiedot molempien tuloista ja aiemmat sopimukset. Voitte tulla samaan aikaan tai erikseen, jos yhdessä tuleminen ei ole turvallista.',
        charge: 'Maksuton.',
      },
      sv: {
        name: 'Barnatillsyningsman: vårdnad, umgänge och underhåll',
        summary: 'Kom överens om barnets boende, umgänge och underhåll efter en separation. Fastställt avtal gäller som dom.',
        description:
          'Barnatillsyningsmannen hjälper föräldrarna att komma överens om barnets ärenden. Hen fastställer avtalet om det är för barnets bästa. Faderskap för barn födda utanför äktenskap kan erkännas på samma ställe eller på rådgivningen.\n\nOm ni inte enas berättar barnatillsyningsmannen om medling och domstol.',
        instruction:
          'Boka tid i god tid. Ta med identitetskort, uppgifter om bådas inkomster och tidigare avtal. Ni kan komma samtidigt eller var för sig om det inte är tryggt att komma tillsammans.',
        charge: 'Avgiftsfritt.',
      },
      en: {
        name: 'Child welfare officer: custody, contact and support',
        summary: 'Agree on where a child lives, contact and maintenance after separation. A confirmed agreement binds like a judgment.',
        description:
          'The officer helps parents to agree, and confirms the agreement if it is in the child’s interest. Paternity of a child born outside marriage can be acknowledged here or at the maternity clinic.\n\nIf you cannot agree, the officer tells about mediation and the court.',
        instruction:
          'Book a time well ahead. Bring identity cards, both parents’ income details and earlier agreements. You may come together, or separately if coming together is not safe.',
        charge: 'Free of charge.',
      },
      plain: {
        name: 'Lastenvalvoja',
        summary: 'Kun vanhemmat eroavat, lastenvalvoja auttaa sopimaan lapsen asioista.',
        description:
          'Sovitaan, missä lapsi asuu. Sovitaan, milloin lapsi tapaa toista vanhempaa. Sovitaan myös, paljonko lapselle maksetaan.\n\nLastenvalvoja tekee sopimuksesta virallisen.',
        instruction: 'Varaa aika. Ottakaa henkilökortti mukaan. Jos pelkäät, voit tulla yksin.',
        charge: 'Ei maksa.',
      },
    },
    terms: {
      fi: ['lapsen huoltajuus', 'tapaamissopimus', 'kuka saa lapset erossa', 'isyyden tunnustaminen', 'vuoroviikot'],
      sv: ['vårdnaden om barnet', 'umgängesavtal', 'vem får barnen vid skilsmässa', 'erkänna faderskap'],
      en: ['custody of children', 'visitation', 'who gets the children in a divorce', 'acknowledge paternity', 'shared custody'],
    },
    channels: ['lastenvalvoja-puhelin', 'hyvinvointi-asiointi'],
  },
  {
    key: 'adoptioneuvonta',
    provider: 'hyvinvointialue',
    charge: 'free',
    area: 'region',
    lifeEvents: ['KE1.1'],
    serviceClasses: ['P3.6', 'P3.5'],
    targetGroups: ['KR1', 'KR1.2'],
    texts: {
      fi: {
        name: 'Adoptioneuvonta',
        summary:
          'Neuvontaa adoptiota suunnittelevalle, lapsen luovuttamista harkitsevalle ja adoptoidulle. Adoptiota hakevalle pakollinen.',
        description:
          'Kun haluat adoptoida, käyt ensin adoptioneuvonnassa, jossa mietitään elämäntilannetta ja lapsen tarpeita. Neuvonnasta saat todistuksen ja selvityksen.\n\nKotimaisen ja ulkomaisen adoption vaiheet ovat erilaiset, ja molemmat kestävät usein kauan. Adoption vahvistaa tuomioistuin. Adoptoitu voi pyytää apua omien juuriensa etsimiseen.',
        instruction:
          'Ota yhteyttä palveluohjaukseen ja varaa aika. Puhelussa kerrotaan, mitä papereita tarvitaan. Jos olet raskaana ja mietit luovutusta, ota yhteyttä neuvolaan tai synnytyssairaalaan jo raskausaikana.',
        charge: 'Neuvonta on maksutonta. Ulkomaisesta adoptiosta tulee kuluja.',
      },
      sv: {
        name: 'Adoptionsrådgivning',
        summary:
          'Rådgivning för den som planerar adoption, överväger att lämna bort ett barn eller är adopterad. Obligatorisk för den som söker.',
        description:
          'När du vill adoptera går du först i adoptionsrådgivning, där man tänker igenom livssituationen och barnets behov. Du får ett intyg och en utredning.\n\nInhemsk och internationell adoption går till på olika sätt, och båda tar ofta lång tid. Adoptionen fastställs av domstol. Den som är adopterad kan få hjälp att söka sina rötter.',
        instruction:
          'Kontakta servicehandledningen och boka tid. I samtalet berättas vilka papper som behövs. Om du är gravid och överväger adoption, kontakta rådgivningen eller förlossningssjukhuset redan under graviditeten.',
        charge: 'Rådgivningen är avgiftsfri. Internationell adoption medför kostnader.',
      },
      en: {
        name: 'Adoption counselling',
        summary: 'Counselling for those planning to adopt, considering giving up a child, or adopted. Compulsory for applicants.',
        description:
          'If you want to adopt, you first take part in counselling, where your life situation and a child’s needs are thought through. You get a certificate and a report.\n\nDomestic and international adoption have different steps, and both often take long. A court confirms the adoption. An adopted person can get help in tracing their roots.',
        instruction:
          'Contact service guidance and book a time. The call tells which papers are needed. If you are pregnant and considering adoption, contact the clinic or maternity hospital during pregnancy.',
        charge: 'Counselling is free. International adoption has costs.',
      },
      plain: {
        name: 'Adoptioneuvonta',
        summary: 'Jos haluat adoptoida lapsen, mene ensin neuvontaan.',
        description:
          'Adoptiossa lapsi saa uudet vanhemmat. Neuvonnassa mietitään, sopiiko adoptio teille. Lopuksi tuomioistuin päättää.\n\nAdoptio kestää kauan.',
        instruction: 'Soita ja varaa aika.',
        charge: 'Neuvonta ei maksa.',
      },
    },
    terms: {
      fi: ['haluan adoptoida', 'lapsen luovuttaminen adoptioon', 'adoptiolupa', 'adoptoidun juuret'],
      sv: ['vill adoptera', 'lämna bort barn', 'adoptionstillstånd', 'adopterades rötter'],
      en: ['want to adopt', 'give up a child', 'adoption permit', 'find birth parents'],
    },
    channels: ['palveluohjaus-puhelin', 'hyvinvointi-asiointi'],
  },
];
