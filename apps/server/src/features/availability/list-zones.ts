import type { ZoneOption } from '@trellis/domain/availability/views';
import { offsetAt } from '@trellis/domain/availability/zone-rules';
import type { TimeZone } from '@trellis/domain/time';
import type { Deps } from '../../deps.ts';
import { zoneNames } from '../../zones/zone-rules.ts';

/** Every zone one can choose with its offset now, by the server's zone data, which is newer than many browsers'. */
export const listZones = (deps: Pick<Deps, 'clock' | 'zones'>): ZoneOption[] => {
  const names = zoneNames();
  const rules = deps.zones.rulesFor(names);
  const now = Date.parse(deps.clock.now());
  return names.flatMap((zone) => {
    const minutes = offsetAt(rules, zone, now);
    return minutes === null ? [] : [{ zone: zone as TimeZone, minutes }];
  });
};
