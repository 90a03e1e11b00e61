import type { Config } from 'candor-consent';
import { USUAL } from './configs.js';

/** What a German legal department makes of the first layer: long compounds, every article named. */
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
};

export const GERMAN: Config = { ...USUAL, texts: TEXTS };
