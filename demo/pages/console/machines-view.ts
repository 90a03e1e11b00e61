import { html, render, type TemplateResult } from 'lit';
import { translator } from '../../site/translator.js';
import { find } from './find.js';
import { machines, type Machine } from './machines.js';
import type { View } from './router.js';

const text = translator(
  {
    'machine.size': '{cores} cores, {memory} GB, {region}',
    'machine.running': 'Running',
    'machine.stopped': 'Stopped',
    'machine.start': 'Start {name}',
    'machine.stop': 'Stop {name}',
    'machine.started': '{name} is running.',
    'machine.halted': '{name} is stopped.',
  },
  {
    'machine.size': '{cores} 核，{memory} GB，{region}',
    'machine.running': '运行中',
    'machine.stopped': '已停止',
    'machine.start': '启动 {name}',
    'machine.stop': '停止 {name}',
    'machine.started': '{name} 已启动。',
    'machine.halted': '{name} 已停止。',
  },
);

/** The list of machines, and the buttons that start and stop them. */
export const machinesView: View = (root) => {
  const list = find(root, '#machines');
  const result = find(root, '#machines-result');

  const toggle = (machine: Machine): void => {
    machine.isRunning = !machine.isRunning;
    result.textContent = text(machine.isRunning ? 'machine.started' : 'machine.halted', { name: machine.name });
    show();
  };

  const row = (machine: Machine): TemplateResult => {
    const { name, cores, memory, region, isRunning } = machine;
    const size = text('machine.size', { cores: String(cores), memory: String(memory), region });
    return html`
      <li data-state=${isRunning ? 'running' : 'stopped'}>
        <strong>${name}</strong>
        <span class="size">${size}</span>
        <span class="state">${text(isRunning ? 'machine.running' : 'machine.stopped')}</span>
        <button type="button" class="button quiet" @click=${() => toggle(machine)}>
          ${text(isRunning ? 'machine.stop' : 'machine.start', { name })}
        </button>
      </li>
    `;
  };

  const show = (): void => {
    render(machines.map(row), list);
  };
  show();
};
