import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** In development the browser talks to Vite, and Vite passes what the server answers on to it. */
const SERVER = process.env.TRELLIS_DEV_SERVER ?? 'http://127.0.0.1:3001';

// The server trusts the address the browser used, so that one must arrive.
const toServer = { target: SERVER, changeOrigin: false };

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/trpc': toServer, '/api': toServer, '/health': toServer } },
  build: {
    target: 'es2022',
    rolldownOptions: {
      output: {
        // Parts that change rarely stay in the browser's cache when a page of ours changes.
        codeSplitting: {
          groups: [
            { name: 'look', test: /node_modules\/(@mantine|@floating-ui)/ },
            { name: 'base', test: /node_modules\/(react|react-dom|scheduler|@tanstack|@trpc)\// },
          ],
        },
      },
    },
  },
});
