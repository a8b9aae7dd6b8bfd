import type { Locale } from '../../server/platform/i18n/locale.ts';

type MailTexts = {
  title: string;
  lead: string;
  port: string;
  none: string;
  leaving: string;
  from: string;
  to: string;
  automatic: string;
  attachments: string;
  reply: string;
  replySend: string;
  replied: string;
  write: string;
  writeLead: string;
  address: string;
  subject: string;
  message: string;
  send: string;
  sent: string;
  language: string;
  textMessages: string;
  noTextMessages: string;
  suomifi: string;
};

export const mailTexts: Record<Locale, MailTexts> = {
  fi: {
    title: 'Lähtenyt posti',
    lead: 'Kokeiluympäristön omista postilaatikoista ei lähde sähköpostia mihinkään. Tässä näkyy, mitä asukas olisi saanut.',
    port: 'Sähköpostia voi myös lähettää tämän koneen porttiin',
    none: 'Mitään ei ole vielä lähtenyt.',
    leaving:
      'Työpöydältä on lähdössä viestejä. Ne lähtevät minuutin kuluttua, sillä siihen asti lähettämisen voi perua. Lataa sivu sitten uudelleen. Viestejä:',
    from: 'Lähettäjä',
    to: 'Vastaanottaja',
    automatic: 'Automaattinen viesti',
    attachments: 'Liitteet',
    reply: 'Vastaus asiakkaana',
    replySend: 'Vastaa asiakkaana',
    replied: 'Vastauksesi tuli perille. Se näkyy nyt asian tapahtumissa.',
    write: 'Kirjoita asukkaana',
    writeLead: 'Viesti avaa uuden asian. Käytä keksittyjä tietoja.',
    address: 'Asukkaan sähköpostiosoite',
    subject: 'Aihe',
    message: 'Viesti',
    send: 'Lähetä viesti',
    sent: 'Viestisi tuli perille. Se näkyy nyt työpöydällä.',
    language: 'Kieli',
    textMessages: 'Tekstiviestit',
    noTextMessages: 'Yhtään tekstiviestiä ei ole vielä lähtenyt.',
    suomifi: 'Suomi.fi-viestit',
  },
  sv: {
    title: 'Skickad post',
    lead: 'Demomiljöns egna e-postlådor skickar ingen e-post någonstans. Här syns vad invånaren skulle ha fått.',
    port: 'Du kan också skicka e-post till den här datorns port',
    none: 'Ingenting har skickats ännu.',
    leaving: 'Meddelanden är på väg från skrivbordet. De går i väg om en minut, för så länge kan man ångra. Ladda sedan om sidan. Antal:',
    from: 'Avsändare',
    to: 'Mottagare',
    automatic: 'Automatiskt meddelande',
    attachments: 'Bilagor',
    reply: 'Svar som kund',
    replySend: 'Svara som kund',
    replied: 'Ditt svar kom fram. Det syns nu bland ärendets händelser.',
    write: 'Skriv som invånare',
    writeLead: 'Meddelandet öppnar ett nytt ärende. Använd påhittade uppgifter.',
    address: 'Invånarens e-postadress',
    subject: 'Ämne',
    message: 'Meddelande',
    send: 'Skicka meddelandet',
    sent: 'Ditt meddelande kom fram. Det syns nu på skrivbordet.',
    language: 'Språk',
    textMessages: 'Textmeddelanden',
    noTextMessages: 'Inga textmeddelanden har skickats ännu.',
    suomifi: 'Suomi.fi-meddelanden',
  },
  en: {
    title: 'Sent mail',
    lead: "The demo's own mailboxes send no e-mail anywhere. This is what the resident would have received.",
    port: 'You may also send e-mail to this port of this machine:',
    none: 'Nothing has been sent yet.',
    leaving:
      'Messages are on their way from the desk. They leave within a minute, since until then sending can be undone. Then load this page again. Messages:',
    from: 'From',
    to: 'To',
    automatic: 'Automatic message',
    attachments: 'Attachments',
    reply: 'What the customer answers',
    replySend: 'Reply as the customer',
    replied: 'Your reply has arrived. It is now on the timeline of the matter.',
    write: 'Write as a resident',
    writeLead: 'The message opens a new matter. Use made-up details.',
    address: "The resident's e-mail address",
    subject: 'Subject',
    message: 'Message',
    send: 'Send the message',
    sent: 'Your message has arrived. It is now on the desk.',
    language: 'Language',
    textMessages: 'Text messages',
    noTextMessages: 'No text messages have been sent yet.',
    suomifi: 'Suomi.fi messages',
  },
};
