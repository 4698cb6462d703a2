import { LoadingRegion } from '../ui/loading-region.tsx';
/** Keeps the place of a page while it is being loaded. */
export function PageIsComing() {
  return <LoadingRegion loading>{null}</LoadingRegion>;
}
