import type { Finding } from './finding.js';

/** Surfaces whose answers a page can put its own controls in the place of: what refuses there, and what agrees. */
const ANSWERS = [
  ['candor-banner', 'reject-all', 'accept-all'],
  ['candor-preferences', 'reject-all', 'save'],
  ['candor-request', 'deny', 'allow'],
] as const;

/** What makes one of two controls stand out. */
const LOOKS = ['backgroundColor', 'color', 'fontSize', 'fontWeight'] as const;

/** A difference in height that nobody sees, in CSS pixels. */
const TOLERANCE = 1;

function marked(surface: Element, action: string): HTMLElement | null {
  const marks = `:is([data-consent-action="${action}"],[data-candor="${action}"])`;
  return surface.querySelector<HTMLElement>(`:scope > [slot=actions]${marks}, :scope > [slot=actions] ${marks}`);
}

const isSeen = (element: Element): boolean => element.checkVisibility?.({ visibilityProperty: true }) !== false;

/** Whether what refuses is as much there as what agrees. What is pointed at looks otherwise for that moment. */
function isEqual(refusing: HTMLElement, agreeing: HTMLElement): boolean {
  if (!isSeen(refusing)) return false;
  if ([refusing, agreeing].some((control) => control.matches(':hover, :active, :focus-visible'))) return true;
  const [mine, other] = [getComputedStyle(refusing), getComputedStyle(agreeing)];
  return refusing.offsetHeight > agreeing.offsetHeight - TOLERANCE && LOOKS.every((name) => mine[name] === other[name]);
}

/**
 * Controls of the page's own in a surface, among which agreeing is easier than refusing (EDPB guidelines 03/2022, and the
 * authorities' decisions on banners).
 */
export function unequalActions(): Finding[] {
  return ANSWERS.flatMap(([tag, refuses, agrees]) =>
    [...document.querySelectorAll(tag)].flatMap((surface) => {
      const [refusing, agreeing] = [marked(surface, refuses), marked(surface, agrees)];
      if (!agreeing) return [];
      // What is not on screen has no looks yet.
      const isFair = refusing && (!isSeen(agreeing) || isEqual(refusing, agreeing));
      if (isFair) return [];
      return [
        {
          path: `<${tag}> slot="actions"`,
          value: agreeing.textContent?.trim(),
          message: refusing
            ? `what refuses here (${refuses}) is less easily found than this; give both the same size, colours and weight`
            : `visitors can agree here and not refuse; add a control with data-consent-action="${refuses}" that looks like this one`,
        },
      ];
    }),
  );
}
