/** The page that the tools of this folder visit, and what became of it. */
import type { ConsentRecord } from '../../../src/index.js';
import { choices, type Visit } from '../../helpers/page.js';

export const SHOP = {
  controller: { name: 'Shop', privacyPolicy: '/privacy' },
  categories: [
    { id: 'necessary' },
    { id: 'functional' },
    { id: 'analytics', services: [{ id: 'posthog', name: 'PostHog' }] },
    { id: 'advertising' },
    { id: 'research', title: 'Research' },
  ],
};

/** A script that waits for `analytics`; `ran` tells whether it has run. */
export const GATED = `<script>window.ran = []</script>
<script type="text/plain" data-consent="analytics">ran.push('gated')</script>`;

/** What is granted besides what is necessary. */
export const granted = async ({ page }: Visit): Promise<string[]> =>
  Object.entries(await choices(page)).flatMap(([id, isGranted]) => (isGranted && id !== 'necessary' ? [id] : []));

/** How the latest decision came about, as its record has it. */
export const lastEvent = async ({ page }: Visit): Promise<ConsentRecord['event']> => {
  const records: ConsentRecord[] = await page.evaluate(() => window.candor!.exportRecords());
  return records.at(-1)!.event;
};
