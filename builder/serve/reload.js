// Only in `likeness serve`: waits at an address that answers when the site was built again, then loads the page again.
const here = new URL(import.meta.url);

async function waitFor(version) {
  for (;;) {
    try {
      const answer = await fetch(`/likeness-serve/version?not=${version}`, { cache: "no-store" });
      if (answer.ok && (await answer.text()) !== version) return;
    } catch {
      // The program was stopped; when it runs again its version differs, and the page is loaded again.
      await new Promise((goOn) => setTimeout(goOn, 1000));
    }
  }
}

await waitFor(here.searchParams.get("version"));
location.reload();
