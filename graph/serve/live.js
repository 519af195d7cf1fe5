{
  const { version } = document.currentScript.dataset;
  new EventSource("/changes").addEventListener("message", ({ data }) => {
    if (data !== version) location.reload();
  });
}
