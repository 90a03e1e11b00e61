import { html, nothing, type TemplateResult } from 'lit';
import type { Entry, Group } from './left-browser-entries.js';
import { categoryTitle, ownerTitle } from './names.js';
import { UNKNOWN } from './traces.js';
import { translator } from './translator.js';

const text = translator(
  {
    'kind.request': 'Request',
    'kind.cookie': 'Cookie',
    'kind.localStorage': 'Local storage',
    'kind.sessionStorage': 'Session storage',
    'kind.database': 'Database',
    'kind.cache': 'Cache',
    'kind.worker': 'Service worker',
    'list.none': 'Nothing. Nothing leaves before you say yes.',
    'list.sent': 'Requests: {count}',
    'list.kept': 'Kept now: {count}',
    'entry.old': 'already there',
    'entry.removed': 'removed {time}',
  },
  {
    'kind.request': '请求',
    'kind.cookie': 'Cookie',
    'kind.localStorage': '本地存储',
    'kind.sessionStorage': '会话存储',
    'kind.database': '数据库',
    'kind.cache': '缓存',
    'kind.worker': 'Service Worker',
    'list.none': '没有。在您同意之前，任何数据都不会离开。',
    'list.sent': '请求 {count} 个',
    'list.kept': '现存 {count} 项',
    'entry.old': '此前已有',
    'entry.removed': '已于 {time} 删除',
  },
);

const clock = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: 'medium', hourCycle: 'h23' });

const entryRow = ({ kind, name, time, events, isOld, removed }: Entry): TemplateResult => html`
  <li class=${removed ? 'removed' : kind}>
    <time datetime=${time.toISOString()}>${clock.format(time)}</time>
    <span class="kind">${text(`kind.${kind}`)}</span>
    ${removed ? html`<del><code>${name}</code></del>` : html`<code>${name}</code>`}
    ${events.length > 0 ? html`<span class="events">${events.join(', ')}</span>` : nothing}
    ${removed ? html`<span class="fate">${text('entry.removed', { time: clock.format(removed) })}</span>` : nothing}
    ${isOld && !removed ? html`<span class="fate">${text('entry.old')}</span>` : nothing}
  </li>
`;

function groupSection(group: Group): TemplateResult {
  const sent = group.entries.filter(({ kind }) => kind === 'request').length;
  const kept = group.entries.filter(({ kind, removed }) => kind !== 'request' && !removed).length;
  return html`
    <section data-service=${group.service} data-category=${group.category ?? UNKNOWN}>
      <h3>
        <span class="service">${ownerTitle(group.service)}</span>
        <span class="category">${categoryTitle(group.category)}</span>
      </h3>
      <p class="counts">
        <span data-count="sent">${text('list.sent', { count: String(sent) })}</span>
        <span data-count="kept">${text('list.kept', { count: String(kept) })}</span>
      </p>
      <ol>
        ${group.entries.map(entryRow)}
      </ol>
    </section>
  `;
}

/** The list behind the counter. */
export const groupList = (groups: readonly Group[]): TemplateResult =>
  groups.length > 0 ? html`${groups.map(groupSection)}` : html`<p class="none">${text('list.none')}</p>`;
