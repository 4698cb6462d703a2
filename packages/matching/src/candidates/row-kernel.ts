import { compileKernel, type WasmMemory } from '../solver/web-assembly.ts';
import { wasm } from './kernel.gen.ts';

/** The exports of the compiled kernel (kernels/rows, which says what they do); what ends in `At` is an address. */
export interface RowKernel {
  readonly memory: WasmMemory;
  open(
    offers: number,
    classes: number,
    languages: number,
    clocks: number,
    spans: number,
    width: number,
    minutes: number,
    styles: number,
    mostKept: number,
    terms: number,
    skills: number,
    goals: number,
    industries: number,
    stations: number,
    withOccupation: number,
    withIndustry: number,
  ): void;
  positionAtAt(): number;
  placeAtAt(): number;
  classStartAt(): number;
  classOfAt(): number;
  evidenceAt(): number;
  spokenAt(): number;
  newsRowAt(): number;
  fieldsAt(): number;
  offerStyleFirstAt(): number;
  offerStyleSecondAt(): number;
  freeStartAt(): number;
  freeFromAt(): number;
  freeToAt(): number;
  employerAt(): number;
  clockClassAt(): number;
  weightsAt(): number;
  worthOfMinutesAt(): number;
  worthOfStyleAt(): number;
  skillStartAt(): number;
  skillOfferAt(): number;
  skillValueAt(): number;
  goalStartAt(): number;
  goalOfferAt(): number;
  goalValueAt(): number;
  industryStartAt(): number;
  industryOfferAt(): number;
  industryValueAt(): number;
  stationOfferAt(): number;
  stationOccupationAt(): number;
  stationIndustryAt(): number;
  stationFromOccupationAt(): number;
  stationFromIndustryAt(): number;
  occupationStartAt(): number;
  byOccupationAt(): number;
  industryStationStartAt(): number;
  byIndustryAt(): number;
  stepAt(): number;
  openStepAt(): number;
  listPlaceAt(): number;
  aroundTermAt(): number;
  aroundNearnessAt(): number;
  toOccupationTermAt(): number;
  toOccupationLevelAt(): number;
  toIndustryTermAt(): number;
  toIndustryLevelAt(): number;
  fromOccupationTermAt(): number;
  fromOccupationLevelAt(): number;
  fromIndustryTermAt(): number;
  fromIndustryLevelAt(): number;
  askedListAt(): number;
  askedShareAt(): number;
  askedFieldAt(): number;
  languagesAt(): number;
  muteAt(): number;
  wishPlaceAt(): number;
  wishWorthAt(): number;
  freeAt(): number;
  answersAt(): number;
  reachAt(): number;
  reachEmployedAt(): number;
  isFarAt(): number;
  boundAt(): number;
  foundPositionAt(): number;
  foundFitAt(): number;
  priceAt(): number;
  ownAt(): number;
  improvesAt(): number;
  allAt(): number;
  cheaperAt(): number;
  fallAt(): number;
  keepNear(kind: number, around: number): number;
  keepPath(
    toOccupation: number,
    toIndustry: number,
    fromOccupation: number,
    fromIndustry: number,
    aroundToOccupation: number,
    aroundToIndustry: number,
    aroundFromOccupation: number,
    aroundFromIndustry: number,
  ): number;
  keepList(count: number): number;
  keepMask(count: number): number;
  forgetLists(): void;
  askFor(
    skills: number,
    goals: number,
    industries: number,
    path: number,
    allSkills: number,
    allGoals: number,
    allIndustries: number,
  ): void;
  askBy(
    stations: number,
    items: number,
    spans: number,
    wishes: number,
    employer: number,
    mix: number,
    fieldLists: number,
    fieldMasks: number,
  ): void;
  openNews(): number;
  newsWritten(): void;
  useNews(news: number): void;
  bound(): void;
  barWithoutAny(terms: number): void;
  barFarClocks(): void;
  barBusyOffers(fewestMinutes: number): void;
  scoreAll(): void;
  topPairs(most: number): number;
  violators(worth: number, nearly: number, most: number, own: number): number;
  mostLeftOut(worth: number, nearly: number, own: number): number;
  gatherAsked(all: number, count: number, fallen: number, limit: number): number;
  mostLeftOutAmong(count: number, worth: number, nearly: number, own: number): number;
  listed(): number;
}

let compiled: ReturnType<typeof compileKernel<RowKernel>> | null = null;

/** Starts a kernel with a memory of its own. */
export const startRowKernel = (): RowKernel => {
  compiled ??= compileKernel<RowKernel>(wasm);
  return compiled({});
};
