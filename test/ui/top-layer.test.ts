import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { open } from '../../src/ui/banner/open.js';
import type { CandorBanner } from '../../src/ui/banner/candor-banner.js';
import { FakeConsent } from '../helpers/fake-consent.js';
import { until } from '../helpers/until.js';

let banner: CandorBanner;
let dialog: HTMLDialogElement;

/** What the mouse would meet in the middle of the banner. */
function met(): Element | null {
  const { left, top, width, height } = banner.getBoundingClientRect();
  return document.elementFromPoint(left + width / 2, top + height / 2);
}

async function show(): Promise<void> {
  const fake = new FakeConsent();
  await open(fake.consent);
  banner = document.querySelector('candor-banner')!;
}

const isInTopLayer = (): boolean => banner.matches(':popover-open');

describe('a banner and what the page has made modal', () => {
  beforeEach(() => {
    dialog = document.createElement('dialog');
    // As large as the window.
    dialog.style.cssText =
      'inset: 0; width: 100vw; height: 100vh; max-width: none; max-height: none; margin: 0; padding: 0';
    dialog.innerHTML = '<button>Buy</button>';
    document.body.append(dialog);
  });
  afterEach(() => {
    banner.hide();
    banner.remove();
    dialog.remove();
  });

  it('stands above the page, whatever its z-index', async () => {
    dialog.style.zIndex = '2147483647';
    dialog.style.position = 'fixed';
    dialog.show();
    await show();
    expect(isInTopLayer()).to.equal(true);
    expect(met()).to.equal(banner);
  });

  it('stands beneath a dialog that is open when it comes, takes nothing from it, and is above the page once that closes', async () => {
    dialog.showModal();
    const button = dialog.querySelector('button')!;
    button.focus();
    await show();
    expect(banner.open).to.equal(true);
    expect(met()).to.equal(dialog);
    expect(document.activeElement).to.equal(button);
    let pressed = 0;
    button.onclick = () => (pressed += 1);
    await sendKeys({ press: 'Enter' });
    expect(pressed).to.equal(1);
    dialog.close();
    await until(isInTopLayer);
    expect(met()).to.equal(banner);
  });

  it('goes when the page removes it in the moment of a decision that leaves something open', async () => {
    const fake = new FakeConsent({ categories: [{ id: 'analytics' }, { id: 'location' }] });
    await open(fake.consent);
    banner = document.querySelector('candor-banner')!;
    fake.update({ analytics: true });
    banner.remove();
    await banner.updateComplete;
    expect(banner.open).to.equal(false);
  });

  it('is not brought above one of two dialogs when the other closes', async () => {
    const other = document.createElement('dialog');
    document.body.append(other);
    dialog.showModal();
    other.showModal();
    await show();
    const closed = new Promise((resolve) => other.addEventListener('close', resolve));
    other.close();
    await closed;
    other.remove();
    expect(isInTopLayer()).to.equal(false);
    expect(met()).to.equal(dialog);
  });

  it('stands beneath a dialog that opens after it', async () => {
    await show();
    dialog.showModal();
    expect(met()).to.equal(dialog);
    dialog.close();
    expect(met()).to.equal(banner);
  });

  it('that is hidden meanwhile does not come back when the dialog closes', async () => {
    dialog.showModal();
    await show();
    banner.hide();
    const closed = new Promise((resolve) => dialog.addEventListener('close', resolve));
    dialog.close();
    await closed;
    expect([banner.open, isInTopLayer()]).to.deep.equal([false, false]);
  });
});
