import type { ConsentRecord } from 'candor-consent';
import { html, type TemplateResult } from 'lit';
import { categoryTitle } from '../../site/names.js';
import { translator } from '../../site/translator.js';
import { longTime } from './times.js';

const text = translator(
  {
    none: 'None on this device yet.',
    what: 'What',
    when: 'When',
    how: 'Where',
    policy: 'Policy',
    about: 'About',
    guardian: 'Answered by',
    number: 'Number',
    and: ', ',
    given: 'Agreed',
    refused: 'Refused',
    partial: 'Agreed in part',
    withdrawn: 'Withdrawn',
    objected: 'Objected',
    expired: 'Expired',
    shown: 'Told of a change, asked nothing',
    signal: 'Signalled',
    banner: 'The banner',
    preferences: 'Cookie settings',
    request: 'The dialog of a consent by itself',
    notice: 'The notice',
    guardianStep: 'The step for guardians',
    api: 'The page',
    parent: 'A parent',
    other: 'Somebody else',
    theGuardian: 'A guardian',
  },
  {
    none: '此设备上暂无记录。',
    what: '内容',
    when: '时间',
    how: '位置',
    policy: '政策',
    about: '涉及',
    guardian: '作答人',
    number: '编号',
    and: '、',
    given: '同意',
    refused: '拒绝',
    partial: '部分同意',
    withdrawn: '撤回',
    objected: '反对',
    expired: '到期',
    shown: '仅告知变更，未作询问',
    signal: '信号',
    banner: '横幅',
    preferences: 'Cookie 设置',
    request: '单独同意对话框',
    notice: '变更通知',
    guardianStep: '监护人步骤',
    api: '页面',
    parent: '父母',
    other: '其他人',
    theGuardian: '监护人',
  },
);

const SURFACES = {
  banner: 'banner',
  preferences: 'preferences',
  request: 'request',
  notice: 'notice',
  api: 'api',
} as const;
const GUARDIANS = { parent: 'parent', guardian: 'theGuardian', other: 'other' } as const;

function whereOf(surface: string): string {
  if (surface === 'guardian') return text('guardianStep');
  return surface in SURFACES ? text(SURFACES[surface as keyof typeof SURFACES]) : surface;
}

/** The latest record on this device, in the few lines that matter to who reads along. */
export function latestRecord(record: ConsentRecord | undefined): TemplateResult {
  if (!record) return html`<p class="none">${text('none')}</p>`;
  const { event, notice, purposes, receiptId, subject } = record;
  // Of a service with a consent of its own the record has the name.
  const answered = purposes
    .filter((purpose) => purpose.answered)
    .map(({ id, title }) => [categoryTitle(id), id, title]);
  const about = answered.map(([known, id, title]) => (known === id ? title : known)).join(text('and'));
  const line = (name: string, value: string | null): unknown =>
    value &&
    html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`;
  return html`
    <dl class="record" data-state=${event.state}>
      ${line(text('what'), text(event.state))} ${line(text('about'), about)}
      ${line(text('guardian'), subject.guardian && text(GUARDIANS[subject.guardian]))}
      ${line(text('when'), longTime(event.time))} ${line(text('how'), whereOf(event.surface))}
      ${line(text('policy'), notice.policyVersion)} ${line(text('number'), receiptId)}
    </dl>
  `;
}
