import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** In development the browser talks to Vite, and Vite passes what the server answers on to it. */
const SERVER = process.env.TRELLIS_DEV_SERVER ?? 'http://127.0.0.1:3001';

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/trpc': SERVER, '/api': SERVER, '/health': SERVER } },
  build: { target: 'es2022', chunkSizeWarningLimit: 700 },
});
