/** What a host can write with the headless entry, and what it cannot. Compiled, never run. */
import {
  createConsent,
  type ChangeDetail,
  type ErasureReport,
  type Config,
  type Consent,
  type ConsentOptions,
  type ConsentRecord,
  type ConsentSnapshot,
  type GuardianDetail,
  type MergeResult,
  type ToldDetail,
} from '../../src/index.js';

type Equal<One, Other> =
  (<Type>() => Type extends One ? 1 : 2) extends <Type>() => Type extends Other ? 1 : 2 ? true : false;

/** Fails to compile for anything but `true`. */
const agree = <Claim extends true>(..._claims: Claim[]): void => {};

agree<Equal<Parameters<typeof createConsent>, [config?: Config | undefined, options?: ConsentOptions | undefined]>>();
agree<Equal<ReturnType<typeof createConsent>, Consent>>();
agree<Equal<Window['candor'], Consent | undefined>>();

export async function host(): Promise<void> {
  createConsent();
  createConsent(
    { controller: { name: 'Shop' } },
    { region: 'DE', storage: 'memory', choices: { analytics: true }, manual: true },
  );
  // @ts-expect-error: a config is no text
  createConsent('/candor.json');
  // @ts-expect-error: no such storage
  createConsent({}, { storage: 'session' });

  const consent: Consent = createConsent();
  const target: EventTarget = consent;
  target.dispatchEvent(new Event('x'));

  consent.granted('analytics') satisfies boolean;
  consent.choices['analytics'] satisfies boolean | undefined;
  consent.pending satisfies readonly string[];
  consent.record satisfies ConsentRecord | undefined;
  const [first] = consent.exportRecords();
  first?.purposes[0]?.granted satisfies boolean | undefined;
  first?.event.state satisfies string | undefined;
  // @ts-expect-error: a proof is not changed
  consent.record = first;
  // @ts-expect-error: nor is what stands in it
  consent.record!.event.state = 'given';
  await consent.when('analytics');
  (await consent.ready) satisfies void;
  // @ts-expect-error: choices change by deciding
  consent.choices['analytics'] = true;
  // @ts-expect-error: pending changes by deciding
  consent.pending[0] = 'analytics';
  // @ts-expect-error: the config changes by replaceConfig
  consent.config = {};

  consent.update({ analytics: true, posthog: false }, { method: 'save' });
  // @ts-expect-error: an answer is yes or no
  consent.update({ analytics: 'yes' });
  // @ts-expect-error: no such method
  consent.update({ analytics: true }, { method: 'guess' });
  await consent.show('preferences');
  // @ts-expect-error: no such surface
  await consent.show('popup');

  const undo: () => void = consent.gate('analytics !social', () => {});
  consent.gate('analytics', () => () => {});
  undo();
  // @ts-expect-error: what a gate returns ends it
  consent.gate('analytics', () => 5);

  consent.addEventListener('change', ({ detail }) => {
    detail satisfies ChangeDetail;
    agree<Equal<typeof detail, ChangeDetail>>();
  });
  consent.addEventListener('ready', ({ detail }) => {
    detail satisfies undefined;
    agree<Equal<typeof detail, undefined>>();
  });
  document.addEventListener('candor-change', ({ detail }) => {
    detail.granted satisfies readonly string[];
    detail.record satisfies ConsentRecord | undefined;
    detail.choices['analytics'] satisfies boolean | undefined;
    agree<Equal<typeof detail, ChangeDetail>>();
    // @ts-expect-error: nobody else changes it
    detail.granted[0] = 'analytics';
  });
  document.addEventListener('candor-erase', ({ detail }) => {
    detail.remaining satisfies readonly { readonly id: string; readonly kind: string; readonly name: string }[];
    agree<Equal<typeof detail, ErasureReport>>();
  });
  void consent.erase(['analytics']).then(({ erased: [first] }) => first?.kind satisfies string | undefined);
  document.addEventListener('candor-show', ({ detail }) => {
    detail.surface satisfies string;
    agree<
      Equal<
        typeof detail.surface,
        'banner' | 'preferences' | 'notice' | 'age' | 'guardian' | 'records' | 'request' | 'imported'
      >
    >();
    detail.changes satisfies readonly { readonly revision: number }[] | undefined;
  });
  document.addEventListener('candor-told', ({ detail }) => {
    detail.changes satisfies readonly { readonly revision: number }[];
    agree<Equal<typeof detail, ToldDetail>>();
  });
  consent.update({}, { method: 'told' });
  consent.decision.answers.get('analytics')?.revision satisfies number | undefined;
  document.addEventListener('candor-guardian', (event) => {
    event.preventDefault();
    agree<Equal<typeof event.detail, GuardianDetail>>();
  });
  const snapshot: ConsentSnapshot = consent.export();
  JSON.parse(JSON.stringify(snapshot)) satisfies unknown;
  const { taken, kept, leftOut }: MergeResult = await consent.import(snapshot);
  [...taken, ...kept] satisfies string[];
  leftOut['sharing'] satisfies 'separate' | 'barred' | 'signal' | 'unasked' | undefined;
  // @ts-expect-error: a snapshot is no text
  await consent.import(JSON.stringify(snapshot));
  consent.setSubject({ band: 'teen', signedIn: true });
  // @ts-expect-error: no such age group
  consent.setSubject({ band: 'old' });
  consent.barred satisfies readonly string[];
  consent.subject?.age satisfies number | undefined;
  consent.ageGroup?.consentAge satisfies number | undefined;
  // @ts-expect-error: it changes by setSubject
  consent.barred = [];
  document.addEventListener('candor-request', (event) => {
    event.preventDefault();
    event.detail.surface satisfies string;
  });
  window.candor?.destroy();
}
