/** Mantine's preset: light-dark(), rem(), breakpoints as mixins in CSS modules. */
export default {
  plugins: {
    'postcss-preset-mantine': {},
  },
};
