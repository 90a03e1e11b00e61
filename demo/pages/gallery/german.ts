import type { Config } from 'candor-consent';
import { EVERYTHING, USUAL } from './configs.js';

/** The words a German legal department writes: long compounds, every article named. */
const TEXTS = {
  'banner.title': 'Ihre Privatsphäre-Einstellungen und die Verarbeitung Ihrer personenbezogenen Daten',
  'banner.description':
    'Wir verwenden Cookies und vergleichbare Technologien, um den technischen Betrieb dieser Website sicherzustellen. Darüber hinaus verarbeiten wir personenbezogene Daten ausschließlich mit Ihrer ausdrücklichen Einwilligung gemäß Art. 6 Abs. 1 lit. a DSGVO und § 25 Abs. 1 TDDDG, und zwar zu folgenden Zwecken: {purposes}. Die Erteilung der Einwilligung ist freiwillig und für die Nutzung der grundlegenden Funktionen nicht erforderlich. Sie können Ihre Einwilligung jederzeit mit Wirkung für die Zukunft in den Datenschutzeinstellungen widerrufen.',
  'banner.purpose.functional': 'Speicherung Ihrer individuellen Voreinstellungen',
  'banner.purpose.analytics': 'statistische Auswertung des Nutzungsverhaltens',
  'banner.purpose.location': 'Ermittlung Ihres ungefähren Standorts',
  'banner.purpose.push': 'Zusendung produktbezogener Werbeinformationen',
  'banner.reject-all': 'Nicht erforderliche ablehnen',
  'banner.accept-all': 'Allen Verarbeitungszwecken zustimmen',
  'banner.preferences': 'Individuelle Datenschutzeinstellungen vornehmen',
  'banner.policy': 'Datenschutzerklärung',
  'preferences.title': 'Datenschutzeinstellungen',
  'preferences.description':
    'Legen Sie fest, zu welchen Zwecken Ihre personenbezogenen Daten verarbeitet werden dürfen. Änderungen werden erst mit dem Speichern wirksam.',
  'preferences.close': 'Schließen, ohne zu speichern',
  'preferences.reject-all': 'Nicht erforderliche ablehnen',
  'preferences.save': 'Getroffene Auswahl speichern',
  'preferences.withdraw': 'Sämtliche Einwilligungen widerrufen',
  'preferences.always-on': 'Immer aktiv',
  'preferences.on': 'Ein',
  'preferences.off': 'Aus',
  'preferences.details': 'Empfänger, Speicherdauer und Folgen einer Ablehnung',
  'preferences.refused': 'Folgen einer Ablehnung',
  'preferences.if-refused': 'Die grundlegenden Funktionen stehen Ihnen weiterhin uneingeschränkt zur Verfügung.',
  'preferences.separate': 'Wird gesondert abgefragt; Ihre Entscheidung gilt sofort.',
  'preferences.ask': 'Gesondert entscheiden',
  'section.always-on': 'Technisch erforderlich',
  'section.cookies': 'Cookies und vergleichbare Technologien',
  'section.device': 'Geräteinformationen und Protokolldaten',
  'section.location': 'Standortbezogene Verarbeitung',
  'section.marketing': 'Werbliche Ansprache',
  'section.sharing': 'Weitergabe und Übermittlung in Drittländer (gesonderte Einwilligung)',
  'section.rights': 'Ihre Betroffenenrechte und Kontaktmöglichkeiten',
  'category.necessary.title': 'Unbedingt erforderlich',
  'category.necessary.description':
    'Erforderlich für die Bereitstellung und Sicherheit dieser Website sowie zur Speicherung Ihrer Auswahl an dieser Stelle.',
  'category.functional.title': 'Individuelle Voreinstellungen',
  'category.functional.description':
    'Speichert von Ihnen gewählte Sprach- und Regionseinstellungen für Ihren nächsten Besuch.',
  'category.analytics.title': 'Reichweitenmessung und Nutzungsanalyse',
  'category.analytics.description':
    'Wertet aus, welche Inhalte wie häufig aufgerufen werden, damit wir unser Angebot bedarfsgerecht weiterentwickeln können.',
  'category.advertising.title': 'Interessenbezogene Werbung',
  'category.advertising.description': 'Zeigt Werbung entsprechend Ihren Interessen an und misst deren Wirksamkeit.',
  'category.social.title': 'Inhalte sozialer Netzwerke',
  'category.social.description':
    'Bindet Beiträge und Videos sozialer Netzwerke ein, die Sie dabei wiedererkennen können.',
  'category.device.title': 'Geräte- und Protokolldaten',
  'category.device.description':
    'Liest Gerätemodell, Systemversion und Protokolle zur Fehlersuche und Missbrauchsabwehr aus.',
  'category.location.title': 'Standortermittlung',
  'category.location.description': 'Ermittelt Ihren ungefähren Standort über GPS, WLAN oder IP-Adresse.',
  'category.push.title': 'Werbliche Benachrichtigungen',
  'category.push.description':
    'Informiert Sie per Push-Nachricht, E-Mail, SMS oder Telefon über Angebote und Neuigkeiten.',
  'category.sharing.title': 'Weitergabe an Dritte',
  'category.sharing.description':
    'Gibt Daten an verbundene Unternehmen weiter, die sie zu eigenen Zwecken verarbeiten.',
  'category.cross-border.title': 'Übermittlung in Drittländer',
  'category.cross-border.description': 'Übermittelt Ihre Daten an Empfänger außerhalb der Europäischen Union.',
  'request.title': 'Möchten Sie in den Zweck „{title}“ einwilligen?',
  'request.deny': 'Einwilligung nicht erteilen',
  'request.allow': 'Einwilligung erteilen',
  'request.holds': 'Geltungsdauer Ihrer Entscheidung',
  'request.note':
    'Sie können Ihre Entscheidung jederzeit mit Wirkung für die Zukunft in den Datenschutzeinstellungen ändern.',
  'service.email.description': 'Angebote und Neuigkeiten per E-Mail.',
  'service.sms.description': 'Angebote und Neuigkeiten per SMS.',
  'service.provider': 'Anbieter',
  'service.country': 'Empfängerland',
  'service.retention': 'Speicherdauer',
  'service.policy': 'Datenschutzerklärung',
  'rights.text':
    'Sie haben das Recht auf Auskunft, Berichtigung und Löschung und können erteilte Einwilligungen jederzeit widerrufen. Die Rechtmäßigkeit der bis dahin erfolgten Verarbeitung bleibt unberührt.',
  'rights.storage': 'Speicherort',
  'rights.controller': 'Verantwortlicher',
  'rights.address': 'Anschrift',
  'rights.contact': 'Kontakt',
  'rights.phone': 'Telefon',
  'rights.policy': 'Datenschutzerklärung',
  'rights.requests': 'Auskunft, Berichtigung oder Löschung verlangen',
  'rights.close-account': 'Benutzerkonto schließen',
};

export const GERMAN: Config = { ...USUAL, texts: TEXTS };
export const GERMAN_PANEL: Config = { ...EVERYTHING, texts: TEXTS };
