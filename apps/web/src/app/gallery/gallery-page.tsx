import { Page } from '../../ui/page.tsx';

/** All pieces of the look on one page, for whoever develops. */
export function GalleryPage() {
  return (
    <main style={{ padding: '2rem' }}>
      <Page title="Gallery" width="wide">
        {null}
      </Page>
    </main>
  );
}
