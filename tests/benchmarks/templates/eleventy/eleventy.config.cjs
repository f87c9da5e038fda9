module.exports = (config) => {
  config.setQuietMode(true);
  return { dir: { input: "input", output: "output" }, templateFormats: ["11ty.js"] };
};
