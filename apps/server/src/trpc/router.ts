import { agencyRouter } from '../features/agency/router.ts';
import { auditRouter } from '../features/audit/router.ts';
import { availabilityRouter } from '../features/availability/router.ts';
import { changesRouter } from '../features/changes/router.ts';
import { homeRouter } from '../features/home/router.ts';
import { importsRouter } from '../features/imports/router.ts';
import { membersRouter } from '../features/members/router.ts';
import { myPairingsRouter } from '../features/my-pairings/router.ts';
import { nextStepsRouter } from '../features/next-steps/router.ts';
import { offersRouter } from '../features/offers/router.ts';
import { outcomesRouter } from '../features/outcomes/router.ts';
import { pairingsRouter } from '../features/pairings/router.ts';
import { profilesRouter } from '../features/profiles/router.ts';
import { programsRouter } from '../features/programs/router.ts';
import { requestsRouter } from '../features/requests/router.ts';
import { roundsRouter } from '../features/rounds/router.ts';
import { separationsRouter } from '../features/separations/router.ts';
import { sessionRouter } from '../features/session/router.ts';
import { taxonomyRouter } from '../features/taxonomy/router.ts';
import { wishesRouter } from '../features/wishes/router.ts';
import { router } from './init.ts';

/** Every noun's procedures, in the order of the folders. */
export const appRouter = router({
  agency: agencyRouter,
  audit: auditRouter,
  availability: availabilityRouter,
  changes: changesRouter,
  imports: importsRouter,
  members: membersRouter,
  nextSteps: nextStepsRouter,
  offers: offersRouter,
  outcomes: outcomesRouter,
  pairings: pairingsRouter,
  profiles: profilesRouter,
  programs: programsRouter,
  requests: requestsRouter,
  rounds: roundsRouter,
  separations: separationsRouter,
  session: sessionRouter,
  taxonomy: taxonomyRouter,
  home: homeRouter,
  myPairings: myPairingsRouter,
  wishes: wishesRouter,
});

export type AppRouter = typeof appRouter;
