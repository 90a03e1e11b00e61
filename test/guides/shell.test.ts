import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { blocksIn, documents } from './documents.js';

const { name, scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  name: string;
  scripts: Record<string, string>;
};

/** Commands that npm has without anybody's script. */
const BUILT_IN = ['ci', 'install', 'pack'];

/** What npm is told, command by command; environment and comments left out. */
const npmCommandsOf = (code: string): string[][] =>
  code
    .replace(/ #.*$/gm, '')
    .split(/&&|\||\n/)
    .map((command) => command.trim().replace(/^([A-Z_]+=\S+ )+/, ''))
    .filter((command) => command.startsWith('npm '))
    .map((command) => command.split(/\s+/).slice(1));

function check([command = '', ...rest]: string[]): void {
  if (command === 'run') assert.ok(rest[0]! in scripts, `npm run ${rest[0]}`);
  else if (BUILT_IN.includes(command))
    assert.deepEqual(
      rest.filter((argument) => argument !== name),
      [],
    );
  else assert.ok(command in scripts, `npm ${command}`);
}

describe('every command in the README and the guides', () => {
  const told = blocksIn('sh').map(({ code, where }) => ({ code, where }));
  const inLine = documents.flatMap(({ file, codes }) =>
    codes.filter((code) => /^npm [a-z]+/.test(code) && !code.includes('./')).map((code) => ({ code, where: file })),
  );
  for (const { code, where } of [...told, ...inLine].filter(({ code }) => npmCommandsOf(code).length)) {
    test(`of npm is one that this package knows: ${where}: ${code.trim().split('\n')[0]}`, () => {
      npmCommandsOf(code).forEach(check);
    });
  }

  for (const { code, where } of told.filter(({ code }) => code.startsWith('openssl'))) {
    test(`of openssl prints the hash that browsers check: ${where}`, () => {
      const printed = execFileSync('sh', ['-c', code], { cwd: 'dist/cdn', encoding: 'utf8' });
      assert.equal(printed, createHash('sha384').update(readFileSync('dist/cdn/candor.js')).digest('base64'));
    });
  }

  test('is one of those', () => {
    assert.deepEqual(
      told.filter(({ code }) => !/^(npm|openssl) /.test(code)).map(({ where }) => where),
      [],
    );
  });

  test('would be found out if it were wrong', () => {
    assert.throws(() => npmCommandsOf('npm run bulid').forEach(check));
    assert.throws(() => npmCommandsOf('npm install candour').forEach(check));
  });
});
