import { room } from './room';

// Where lists lie in memory: the caller writes to them and reads from them.

// The offers, written once.
export function positionAtAt(): usize {
  return changetype<usize>(room.offers.positionAt);
}
export function placeAtAt(): usize {
  return changetype<usize>(room.offers.placeAt);
}
export function classStartAt(): usize {
  return changetype<usize>(room.offers.classStart);
}
export function classOfAt(): usize {
  return changetype<usize>(room.offers.classOf);
}
export function evidenceAt(): usize {
  return changetype<usize>(room.offers.evidence);
}
export function spokenAt(): usize {
  return changetype<usize>(room.offers.spoken);
}
export function newsRowAt(): usize {
  return changetype<usize>(room.offers.newsRow);
}
export function fieldsAt(): usize {
  return changetype<usize>(room.offers.fields);
}
export function offerStyleFirstAt(): usize {
  return changetype<usize>(room.offers.styleFirst);
}
export function offerStyleSecondAt(): usize {
  return changetype<usize>(room.offers.styleSecond);
}
export function freeStartAt(): usize {
  return changetype<usize>(room.offers.freeStart);
}
export function freeFromAt(): usize {
  return changetype<usize>(room.offers.freeFrom);
}
export function freeToAt(): usize {
  return changetype<usize>(room.offers.freeTo);
}
export function employerAt(): usize {
  return changetype<usize>(room.offers.employerAt);
}
export function clockClassAt(): usize {
  return changetype<usize>(room.offers.clockClass);
}
export function weightsAt(): usize {
  return changetype<usize>(room.offers.weights);
}
export function worthOfMinutesAt(): usize {
  return changetype<usize>(room.worth.ofMinutes);
}
export function worthOfStyleAt(): usize {
  return changetype<usize>(room.worth.ofStyle);
}
export function skillStartAt(): usize {
  return changetype<usize>(room.skills.start);
}
export function skillOfferAt(): usize {
  return changetype<usize>(room.skills.offer);
}
export function skillValueAt(): usize {
  return changetype<usize>(room.skills.value);
}
export function goalStartAt(): usize {
  return changetype<usize>(room.goals.start);
}
export function goalOfferAt(): usize {
  return changetype<usize>(room.goals.offer);
}
export function goalValueAt(): usize {
  return changetype<usize>(room.goals.value);
}
export function industryStartAt(): usize {
  return changetype<usize>(room.industries.start);
}
export function industryOfferAt(): usize {
  return changetype<usize>(room.industries.offer);
}
export function industryValueAt(): usize {
  return changetype<usize>(room.industries.value);
}
export function stationOfferAt(): usize {
  return changetype<usize>(room.stations.offer);
}
export function stationOccupationAt(): usize {
  return changetype<usize>(room.stations.occupation);
}
export function stationIndustryAt(): usize {
  return changetype<usize>(room.stations.industry);
}
export function stationFromOccupationAt(): usize {
  return changetype<usize>(room.stations.fromOccupation);
}
export function stationFromIndustryAt(): usize {
  return changetype<usize>(room.stations.fromIndustry);
}
export function occupationStartAt(): usize {
  return changetype<usize>(room.stations.occupationStart);
}
export function byOccupationAt(): usize {
  return changetype<usize>(room.stations.byOccupation);
}
export function industryStationStartAt(): usize {
  return changetype<usize>(room.stations.industryStart);
}
export function byIndustryAt(): usize {
  return changetype<usize>(room.stations.byIndustry);
}
export function stepAt(): usize {
  return changetype<usize>(room.stations.step);
}
export function openStepAt(): usize {
  return changetype<usize>(room.stations.openStep);
}

// One request, written for each.
export function listPlaceAt(): usize {
  return changetype<usize>(room.lists.place);
}
export function aroundTermAt(): usize {
  return changetype<usize>(room.around.term);
}
export function aroundNearnessAt(): usize {
  return changetype<usize>(room.around.nearness);
}
export function toOccupationTermAt(): usize {
  return changetype<usize>(room.move.nearToOccupation.term);
}
export function toOccupationLevelAt(): usize {
  return changetype<usize>(room.move.nearToOccupation.nearness);
}
export function toIndustryTermAt(): usize {
  return changetype<usize>(room.move.nearToIndustry.term);
}
export function toIndustryLevelAt(): usize {
  return changetype<usize>(room.move.nearToIndustry.nearness);
}
export function fromOccupationTermAt(): usize {
  return changetype<usize>(room.move.nearFromOccupation.term);
}
export function fromOccupationLevelAt(): usize {
  return changetype<usize>(room.move.nearFromOccupation.nearness);
}
export function fromIndustryTermAt(): usize {
  return changetype<usize>(room.move.nearFromIndustry.term);
}
export function fromIndustryLevelAt(): usize {
  return changetype<usize>(room.move.nearFromIndustry.nearness);
}
export function askedListAt(): usize {
  return changetype<usize>(room.asked.list);
}
export function askedShareAt(): usize {
  return changetype<usize>(room.asked.share);
}
export function askedFieldAt(): usize {
  return changetype<usize>(room.asked.field);
}
export function languagesAt(): usize {
  return changetype<usize>(room.asked.languages);
}
export function muteAt(): usize {
  return changetype<usize>(room.asked.mute);
}
export function wishPlaceAt(): usize {
  return changetype<usize>(room.asked.wishPlace);
}
export function wishWorthAt(): usize {
  return changetype<usize>(room.asked.wishWorth);
}
export function freeAt(): usize {
  return changetype<usize>(room.asked.free);
}
export function answersAt(): usize {
  return changetype<usize>(room.asked.answers);
}
export function reachAt(): usize {
  return changetype<usize>(room.asked.news.reach);
}
export function reachEmployedAt(): usize {
  return changetype<usize>(room.asked.news.reachEmployed);
}
export function isFarAt(): usize {
  return changetype<usize>(room.isFar);
}

// What was found, and the prices of a plan.
export function boundAt(): usize {
  return changetype<usize>(room.row.bound);
}
export function foundPositionAt(): usize {
  return changetype<usize>(room.position);
}
export function foundFitAt(): usize {
  return changetype<usize>(room.fit);
}
export function priceAt(): usize {
  return changetype<usize>(room.market.price);
}
export function ownAt(): usize {
  return changetype<usize>(room.market.own);
}
export function improvesAt(): usize {
  return changetype<usize>(room.market.improves);
}
export function allAt(): usize {
  return changetype<usize>(room.market.all);
}
export function cheaperAt(): usize {
  return changetype<usize>(room.market.cheaper);
}
export function fallAt(): usize {
  return changetype<usize>(room.market.fall);
}
