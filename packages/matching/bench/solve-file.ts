/** Solves one MMI1 file in this process, cold, and prints one line for machines (reading excluded). */
import { readFileSync } from 'node:fs';
import { readMmi } from '../src/mmi.ts';
import { assignMostServed } from '../src/solver/assign.ts';
import { verifyAssignment } from '../src/solver/certificate.ts';

const market = readMmi(readFileSync(process.argv[2] ?? ''));
const start = process.hrtime.bigint();
const cpu = process.cpuUsage();
const plan = assignMostServed(market);
const used = process.cpuUsage(cpu);
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
const peak = process.resourceUsage().maxRSS / 1024;
const proved = verifyAssignment(market, plan).ok;
console.log(
  `total=${seconds.toFixed(5)} cpu=${((used.user + used.system) / 1e6).toFixed(4)} card=${plan.served} ` +
    `score=${plan.score} peakMB=${peak.toFixed(1)} proved=${proved} kernels=${plan.kernels.join('+')}`,
);
