import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { EmailAddress, requiredText } from '@trellis/domain/text';
import { Locale, TimeZone } from '@trellis/domain/time';
import { z } from 'zod';
import type { Command } from '../../terminal.ts';
import { startAgency } from './start-agency.ts';

const Typed = z.object({
  name: requiredText(120),
  admin: requiredText(120),
  email: EmailAddress,
  locale: Locale,
  zone: TimeZone,
});

/** Begins an agency with its first admin and prints a password, once. */
export const agencyCommand: Command = async (terminal) => {
  const { values, positionals } = parseArgs({
    args: [...terminal.args],
    allowPositionals: true,
    strict: false,
    options: {
      admin: { type: 'string' },
      email: { type: 'string' },
      locale: { type: 'string', default: 'en' },
      zone: { type: 'string', default: 'UTC' },
    },
  });
  const typed = Typed.safeParse({ ...values, name: positionals[0] });
  if (!typed.success || positionals.length !== 1) {
    const faults = typed.error?.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`) ?? [];
    terminal.warn(['An agency needs a name, --admin NAME and --email ADDRESS.', ...faults].join('\n'));
    return 2;
  }
  const { name, admin, email, locale, zone } = typed.data;
  const deps = await terminal.deps();
  if (!deps.zones.isKnown(zone)) {
    terminal.warn(`The time zone ${zone} is not known. Name one like Europe/Berlin.`);
    return 2;
  }
  const password = randomBytes(12).toString('base64url');
  const decision = await startAgency(deps, { name, admin, email, password, locale, timeZone: zone });
  if (!decision.ok) {
    terminal.warn(`There is an agency named ${decision.refusal.facts.name} already.`);
    return 3;
  }
  terminal.say(`${name} is there. ${admin} signs in with ${email} and the password`);
  terminal.say(password);
  terminal.say('It is not shown again.');
  return 0;
};
